package dev.plinth.ops.sandbox;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A sandbox daemon as its file describes it.
 *
 * @param apiPort where it answers as AWS does; 0 of a daemon whose build is older than that
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Daemon(long pid, int grpcPort, int controlPort, int apiPort, String token, String buildId) {
    /** The value of {@code PULUMI_DEBUG_PROVIDERS} that points the engine at this daemon. */
    public String providers() {
        return "aws:%1$d,kubernetes:%1$d,docker:%1$d".formatted(grpcPort);
    }

    /** Without the token, which is nobody's business. */
    @Override
    public String toString() {
        return "sandbox daemon, pid %d, build %s".formatted(pid, buildId);
    }
}
