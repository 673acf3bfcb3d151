package dev.plinth.app.http;

import dev.plinth.app.telemetry.Telemetry;
import dev.plinth.app.telemetry.Timings;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Measures every request when it is done. */
final class Measured implements Filter {
    private static final int SERVER_ERROR = 500;

    private final RequestMeters meters;
    private final AuthFailures authFailures;
    private final Timings timings;
    private final AtomicInteger active = new AtomicInteger();

    Measured(Telemetry telemetry) {
        timings = telemetry.routes();
        meters = new RequestMeters(telemetry.meters().registry());
        authFailures = new AuthFailures(telemetry.meters().registry());
        Gauge.builder("http.server.active.requests", active, AtomicInteger::get)
                .description("Requests that are being served now")
                .register(telemetry.meters().registry());
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        long begin = System.nanoTime();
        active.incrementAndGet();
        try {
            chain.proceed();
        } finally {
            active.decrementAndGet();
            long nanos = System.nanoTime() - begin;
            int status = response.status().code();
            String method = KnownMethods.of(request.prologue().method());
            var kind = new RequestMeters.Kind(LogFields.route(), method, status);
            long sent = request.headers().contentLength().orElse(0);
            meters.add(kind, Duration.ofNanos(nanos), new RequestMeters.Sizes((double) sent, (double)
                    response.bytesWritten()));
            authFailures.count(request, kind.route(), status);
            timings.add(method + " " + kind.route(), nanos, status >= SERVER_ERROR);
        }
    }
}
