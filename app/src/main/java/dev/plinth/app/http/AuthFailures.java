package dev.plinth.app.http;

import dev.plinth.app.values.Names;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.RoutingRequest;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Counts callers who were not let in, by what they tried. */
final class AuthFailures {
    private static final String AUTH = "/api/v1/auth/";
    /** How API keys begin, so that people and scanners of leaked secrets know them. */
    private static final String KEY = "Bearer mdl_";

    private final Map<Reason, Counter> counters = new EnumMap<>(Reason.class);

    /** What did not prove who the caller is. */
    private enum Reason {
        MISSING,
        PASSWORD,
        REFRESH_TOKEN,
        BOOTSTRAP_TOKEN,
        API_KEY,
        ACCESS_TOKEN
    }

    AuthFailures(MeterRegistry meters) {
        for (Reason reason : Reason.values()) {
            counters.put(
                    reason,
                    Counter.builder("mdl.auth.failures")
                            .description("Requests whose caller was not known, by what they showed")
                            .tag("reason", Names.of(reason))
                            .register(meters));
        }
    }

    void count(RoutingRequest request, String route, int status) {
        if (status == Status.UNAUTHORIZED_401.code()) {
            String shown = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
            Objects.requireNonNull(counters.get(reason(route, shown))).increment();
        }
    }

    private static Reason reason(String route, String shown) {
        return switch (route) {
            case AUTH + "login" -> Reason.PASSWORD;
            case AUTH + "refresh" -> Reason.REFRESH_TOKEN;
            case AUTH + "bootstrap" -> Reason.BOOTSTRAP_TOKEN;
            default -> {
                if (shown.isEmpty()) {
                    yield Reason.MISSING;
                }
                yield shown.startsWith(KEY) ? Reason.API_KEY : Reason.ACCESS_TOKEN;
            }
        };
    }
}
