package dev.plinth.app.http;

import dev.plinth.app.access.Authenticator;
import dev.plinth.app.lifecycle.Health;
import dev.plinth.app.telemetry.Telemetry;
import io.helidon.webserver.http.HttpRouting;
import java.util.List;

/** The public API on its socket. */
public final class ApiServer implements AutoCloseable {
    private final Listener listener;
    private final Api api;

    /**
     * What the API does: its operations, who may call them, and what is done around every call, the outermost first.
     */
    public record Content(Api api, Authenticator authenticator, List<Layer> layers, Telemetry telemetry) {
        public Content {
            layers = List.copyOf(layers);
        }
    }

    /** Starts to listen. */
    public ApiServer(Listen listen, Identity identity, Health health, Content content) {
        api = content.api();
        var headers = new ResponseHeaders(identity.colour(), health);
        HttpRouting.Builder routing = HttpRouting.builder()
                .addFilter(new Traced(content.telemetry().tracing()))
                .addFilter(new RequestFilter(headers))
                .addFilter(new Measured(content.telemetry()))
                .addFilter(new AccessLog());
        ApiRoutes.register(routing, api, new Pipeline(content.authenticator(), content.layers()));
        listener = new Listener("MDL_HTTP_PORT", listen, routing, headers);
    }

    public int port() {
        return listener.port();
    }

    /** What is served. */
    public List<Operation> operations() {
        return api.operations();
    }

    /** Stops listening and waits for the requests in flight, as long as was agreed. */
    @Override
    public void close() {
        listener.close();
    }
}
