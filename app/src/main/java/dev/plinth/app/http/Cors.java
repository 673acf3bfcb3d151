package dev.plinth.app.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Set;

/**
 * Lets pages of the listed origins call the API from browsers (the Fetch standard's CORS protocol). No cookies or other
 * credentials of the browser's own are let in: callers send their tokens themselves.
 */
final class Cors implements Filter {
    private static final HeaderName ALLOW_ORIGIN = HeaderNames.create("Access-Control-Allow-Origin");
    private static final HeaderName ALLOW_METHODS = HeaderNames.create("Access-Control-Allow-Methods");
    private static final HeaderName ALLOW_HEADERS = HeaderNames.create("Access-Control-Allow-Headers");
    private static final HeaderName EXPOSE_HEADERS = HeaderNames.create("Access-Control-Expose-Headers");
    private static final HeaderName MAX_AGE = HeaderNames.create("Access-Control-Max-Age");
    private static final HeaderName REQUEST_METHOD = HeaderNames.create("Access-Control-Request-Method");

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String SENT = "Authorization, Content-Type, Accept, If-Match, If-None-Match, Idempotency-Key, "
            + "Prefer, X-Request-Id, X-Mdl-Consumer, traceparent";
    private static final String TOLD = "ETag, Location, Link, Retry-After, RateLimit, RateLimit-Policy, X-Cache, "
            + "X-Request-Id, X-Trace-Id, Idempotency-Replayed, Deprecation, Sunset";

    /** Longer ones are cut by browsers. */
    private static final String TWO_HOURS = "7200";

    private final Set<String> origins;

    Cors(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (origins.isEmpty()) {
            chain.proceed();
            return;
        }
        response.beforeSend(() -> response.headers().add(HeaderNames.VARY, HeaderNames.ORIGIN.defaultCase()));
        var origin = request.headers().first(HeaderNames.ORIGIN).filter(origins::contains);
        if (origin.isEmpty()) {
            chain.proceed();
            return;
        }
        response.beforeSend(() -> response.headers().set(ALLOW_ORIGIN, origin.get()));
        if (isPreflight(request)) {
            response.status(Status.NO_CONTENT_204)
                    .header(ALLOW_METHODS, METHODS)
                    .header(ALLOW_HEADERS, SENT)
                    .header(MAX_AGE, TWO_HOURS)
                    .send();
        } else {
            response.beforeSend(() -> response.headers().set(EXPOSE_HEADERS, TOLD));
            chain.proceed();
        }
    }

    private static boolean isPreflight(RoutingRequest request) {
        return request.prologue().method().equals(Method.OPTIONS)
                && request.headers().contains(REQUEST_METHOD);
    }
}
