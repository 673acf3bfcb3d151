package dev.plinth.app.http;

import static java.lang.System.Logger.Level.INFO;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Logs one line for every request when it is done. */
final class AccessLog implements Filter {
    private static final System.Logger LOG = System.getLogger(AccessLog.class.getName());

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        long begin = System.nanoTime();
        try {
            chain.proceed();
        } finally {
            if (LOG.isLoggable(INFO)) {
                LOG.log(INFO, "request", fields(request, response, System.nanoTime() - begin));
            }
        }
    }

    private static Map<String, Object> fields(RoutingRequest request, RoutingResponse response, long nanos) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("method", KnownMethods.of(request.prologue().method()));
        fields.put("status", response.status().code());
        fields.put("duration_ms", TimeUnit.NANOSECONDS.toMicros(nanos) / 1000.0);
        return fields;
    }
}
