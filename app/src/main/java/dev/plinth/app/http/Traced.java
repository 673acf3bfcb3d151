package dev.plinth.app.http;

import dev.plinth.app.telemetry.RequestSpan;
import dev.plinth.app.telemetry.Tracing;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/** Makes every request a span, of the client's trace when it sent one. */
final class Traced implements Filter {
    private final Tracing tracing;

    Traced(Tracing tracing) {
        this.tracing = tracing;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        RequestSpan span = tracing.serve(
                KnownMethods.of(request.prologue().method()),
                name -> request.headers().first(HeaderNames.create(name)).orElse(""));
        LogFields.begin(span);
        try {
            span.run(chain::proceed);
        } finally {
            span.end(LogFields.route(), response.status().code());
            LogFields.end();
        }
    }
}
