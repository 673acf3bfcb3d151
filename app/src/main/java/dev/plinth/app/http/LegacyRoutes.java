package dev.plinth.app.http;

import dev.plinth.app.access.Principal;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The addresses of the product that this one replaces. They lead to where things are now, say since when and for how
 * long, and count who still uses them.
 */
final class LegacyRoutes {
    /** What stood under {@code /api} without a version. */
    private static final List<String> NAMES = List.of("metrics", "domains", "objectives", "stats");

    private static final HeaderName DEPRECATION = HeaderNames.create("Deprecation");
    private static final HeaderName SUNSET = HeaderNames.create("Sunset");

    /** 2026-11-01, in the form of RFC 9745. */
    private static final String SINCE = "@1793491200";

    /** Six months later, in the form of RFC 8594. */
    private static final String UNTIL = "Sat, 01 May 2027 00:00:00 GMT";

    /** Further ones are counted together, so that nobody can fill the meters. */
    private static final int CLIENTS_MAX = 200;

    private final RateGate rates;
    private final MeterRegistry meters;
    private final Set<String> clients = ConcurrentHashMap.newKeySet();

    LegacyRoutes(RateGate rates, MeterRegistry meters) {
        this.rates = rates;
        this.meters = meters;
    }

    void register(HttpRouting.Builder routing) {
        for (String name : NAMES) {
            routing.any("/api/" + name, (request, response) -> redirect(name, request, response));
            routing.any("/api/" + name + "/*", (request, response) -> redirect(name, request, response));
        }
    }

    /** Permanently, and with the same method and body. */
    private void redirect(String name, ServerRequest request, ServerResponse response) {
        count(name, rates.passBy(request, response).map(Principal::id).orElse("unknown"));
        String path = request.prologue().uriPath().rawPath().replaceFirst("^/api/", "/api/v1/");
        String query = request.query().rawValue();
        String location = query.isEmpty() ? path : path + "?" + query;
        response.status(Status.PERMANENT_REDIRECT_308)
                .header(HeaderNames.LOCATION, location)
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(HeaderNames.LINK, "<%s>; rel=\"successor-version\"".formatted(path))
                .header(DEPRECATION, SINCE)
                .header(SUNSET, UNTIL)
                .send();
    }

    private void count(String name, String client) {
        boolean known = clients.contains(client) || (clients.size() < CLIENTS_MAX && clients.add(client));
        Counter.builder("mdl.deprecated.requests")
                .description("Requests to addresses that will be gone, by who sent them")
                .tag("route", "/api/" + name)
                .tag("client", known ? client : "others")
                .register(meters)
                .increment();
    }
}
