package dev.plinth.ops.environment;

import java.net.URI;

/** The command line that reaches the API of a sandboxed environment. */
final class Curl {
    /** Where the sandbox's front answers, whatever the domain. */
    private static final String FRONT = "localhost:8443";

    private static final String LOCALHOST = "localhost";

    /** A name that only the sandbox's certificate knows is led to this machine. */
    static String of(String url, String caFile) {
        var way = LOCALHOST.equals(URI.create(url).getHost()) ? "" : " --connect-to ::" + FRONT;
        return "curl --cacert %s%s %s/api/v1/version".formatted(caFile, way, url);
    }

    private Curl() {}
}
