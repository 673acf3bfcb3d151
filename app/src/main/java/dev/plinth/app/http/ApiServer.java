package dev.plinth.app.http;

import dev.plinth.app.lifecycle.Health;
import dev.plinth.app.metrics.Metrics;
import io.helidon.webserver.http.HttpRouting;

/** The public API on its socket. */
public final class ApiServer implements AutoCloseable {
    private final Listener listener;

    /** Starts to listen. */
    public ApiServer(Listen listen, Identity identity, Health health, Metrics metrics) {
        var headers = new ResponseHeaders(identity.colour(), health);
        HttpRouting.Builder routing = HttpRouting.builder()
                .addFilter(new RequestFilter(headers))
                .addFilter(new AccessLog())
                .register("/", new DiscoveryResource(identity))
                .register(MetricsResource.PATH, new MetricsResource(metrics));
        listener = new Listener("MDL_HTTP_PORT", listen, routing, headers);
    }

    public int port() {
        return listener.port();
    }

    /** Stops listening and waits for the requests in flight, as long as was agreed. */
    @Override
    public void close() {
        listener.close();
    }
}
