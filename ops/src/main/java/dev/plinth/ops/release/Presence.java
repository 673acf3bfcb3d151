package dev.plinth.ops.release;

import dev.plinth.ops.process.Liveness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Who this is, and whether those who began a release are still at it. */
record Presence(Map<String, String> environment, InstantSource clock) {
    private static final Path KERNEL_HOST_NAME = Path.of("/proc/sys/kernel/hostname");
    /** Longer than any update that is at work says nothing. */
    private static final Duration SILENCE_MAX = Duration.ofMinutes(30);

    /** The person at this machine; in a pipeline of GitHub's whoever started it. */
    Holder here() {
        var user = environment.getOrDefault("GITHUB_ACTOR", System.getProperty("user.name", "somebody"));
        return new Holder(user, host(), ProcessHandle.current().pid());
    }

    /** Tells whether a release's process is at work: for certain on this machine, else as long as it was heard of. */
    boolean isAtWork(ReleaseRecord release) {
        var who = release.origin().who();
        if (who.host().equals(host())) {
            return who.pid() != ProcessHandle.current().pid()
                    && Liveness.isSameSince(who.pid(), release.span().heard());
        }
        Instant silent = release.span().heard().plus(SILENCE_MAX);
        return clock.instant().isBefore(silent);
    }

    private String host() {
        try {
            return Files.readString(KERNEL_HOST_NAME).strip();
        } catch (IOException e) {
            return environment.getOrDefault("HOSTNAME", "localhost");
        }
    }
}
