package dev.plinth.app.http;

import dev.plinth.app.lifecycle.Health;
import dev.plinth.app.lifecycle.Phase;
import dev.plinth.app.values.Names;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.ServerResponseHeaders;

/** The headers that every answer has, errors included. */
final class ResponseHeaders {
    private static final HeaderName COLOUR = HeaderNames.create("X-Plinth-Colour");
    private static final HeaderName CONTENT_TYPE_OPTIONS = HeaderNames.create("X-Content-Type-Options");
    private static final HeaderName REFERRER_POLICY = HeaderNames.create("Referrer-Policy");
    private static final HeaderName SECURITY_POLICY = HeaderNames.create("Content-Security-Policy");
    private static final HeaderName TRANSPORT_SECURITY = HeaderNames.create("Strict-Transport-Security");
    private static final HeaderName FORWARDED_PROTOCOL = HeaderNames.create("X-Forwarded-Proto");

    /** What is not meant for browsers may neither load anything in one nor be framed. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private static final String A_YEAR = "max-age=31536000";

    private final String colour;
    private final Health health;

    ResponseHeaders(Colour colour, Health health) {
        this.colour = Names.of(colour);
        this.health = health;
    }

    /** Leaves alone what a page says of itself. */
    void set(ServerRequestHeaders request, ServerResponseHeaders headers, String requestId) {
        headers.set(RequestId.HEADER, requestId);
        headers.set(TraceId.HEADER, TraceId.current());
        headers.set(COLOUR, colour);
        headers.set(CONTENT_TYPE_OPTIONS, "nosniff");
        headers.setIfAbsent(HeaderValues.create(REFERRER_POLICY, "no-referrer"));
        headers.setIfAbsent(HeaderValues.create(SECURITY_POLICY, NOTHING));
        if (request.first(FORWARDED_PROTOCOL).filter("https"::equals).isPresent()) {
            // Browsers ignore it over plain HTTP, where anybody could have written it.
            headers.set(TRANSPORT_SECURITY, A_YEAR);
        }
        if (health.phase() == Phase.DRAINING) {
            // Moves clients that keep connections open over to another instance before this one closes them.
            headers.set(HeaderValues.CONNECTION_CLOSE);
        }
    }
}
