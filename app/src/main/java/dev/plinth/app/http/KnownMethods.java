package dev.plinth.app.http;

import io.helidon.http.Method;
import java.util.Set;

/** The methods of HTTP by name; what else a client thinks up must not become a name of ours. */
final class KnownMethods {
    private static final Set<String> NAMES =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
    // As OpenTelemetry's conventions for HTTP have it.
    private static final String OTHER = "_OTHER";

    static String of(Method method) {
        return NAMES.contains(method.text()) ? method.text() : OTHER;
    }

    private KnownMethods() {}
}
