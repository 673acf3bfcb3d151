package dev.plinth.app.http;

import dev.plinth.app.lifecycle.Health;
import dev.plinth.app.lifecycle.Phase;
import dev.plinth.app.values.Names;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;

/** The headers that every answer has, errors included. */
final class ResponseHeaders {
    private static final HeaderName COLOUR = HeaderNames.create("X-Plinth-Colour");
    private static final HeaderName CONTENT_TYPE_OPTIONS = HeaderNames.create("X-Content-Type-Options");

    private final String colour;
    private final Health health;

    ResponseHeaders(Colour colour, Health health) {
        this.colour = Names.of(colour);
        this.health = health;
    }

    void set(ServerResponseHeaders headers, String requestId) {
        headers.set(RequestId.HEADER, requestId);
        headers.set(TraceId.HEADER, TraceId.current());
        headers.set(COLOUR, colour);
        headers.set(CONTENT_TYPE_OPTIONS, "nosniff");
        if (health.phase() == Phase.DRAINING) {
            // Moves clients that keep connections open over to another instance before this one closes them.
            headers.set(HeaderValues.CONNECTION_CLOSE);
        }
    }
}
