package dev.plinth.ops.environment;

import dev.plinth.ops.sandbox.SandboxStatus;
import java.net.URI;

/** The command line that reaches the API of a sandboxed environment. */
final class Curl {
    private static final String LOCALHOST = "localhost";

    /** A name that only the sandbox's certificate knows is led to this machine. */
    static String of(String url, SandboxStatus sandbox) {
        var way = LOCALHOST.equals(URI.create(url).getHost())
                ? ""
                : sandbox.front()
                        .map(front -> " --connect-to ::%s:%d".formatted(front.getHostString(), front.getPort()))
                        .orElse("");
        return "curl --cacert %s%s %s/api/v1/version".formatted(sandbox.caFile(), way, url);
    }

    private Curl() {}
}
