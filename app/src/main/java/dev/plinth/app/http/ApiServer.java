package dev.plinth.app.http;

import dev.plinth.app.access.Authenticator;
import dev.plinth.app.access.Principal;
import dev.plinth.app.lifecycle.Health;
import io.helidon.webserver.http.HttpRouting;
import java.util.List;

/** The public API on its socket. */
public final class ApiServer implements AutoCloseable {
    private final Patience patience = new Patience();
    private final Listener listener;
    private final Api api;

    /**
     * What the API does: its operations, who may call them, what is done around every call, the outermost first, and
     * how it behaves towards all clients; and the pages beside it.
     */
    public record Content(Api api, Authenticator authenticator, List<Layer> layers, Manners manners, Pages pages) {
        public Content {
            layers = List.copyOf(layers);
        }
    }

    /** Starts to listen. */
    public ApiServer(Listen listen, Identity identity, Health health, Content content) {
        api = content.api();
        Manners manners = content.manners();
        var headers = new ResponseHeaders(identity.colour(), health);
        HttpRouting.Builder routing = filtered(manners, headers);
        var callers = new Gatekeeper(content.authenticator());
        var rates = new RateGate(callers, manners.rates());
        ApiRoutes.register(routing, api, new Pipeline(callers, rates, content.layers(), patience));
        new LegacyRoutes(rates, manners.telemetry().meters().registry()).register(routing);
        Pages pages = content.pages();
        var visitors = new Gatekeeper((none, address) -> Principal.NOBODY);
        ApiRoutes.register(
                routing,
                pages.operations(),
                new Pipeline(visitors, new RateGate(visitors, manners.rates()), pages.layers(), patience));
        var site = new Site(
                "MDL_HTTP_PORT",
                routing,
                headers,
                new Errors(new Refusals(manners.telemetry().meters().registry())::count, pages.errors()),
                rates::passBy);
        listener = new Listener(site, listen, Intake.of(manners.settings().admission(), bodyBytesMax()), patience);
    }

    /** What is done around all requests, whether an operation serves them or not; the first is the outermost. */
    private HttpRouting.Builder filtered(Manners manners, ResponseHeaders headers) {
        return HttpRouting.builder()
                .addFilter(new HangUp())
                .addFilter(new Traced(manners.telemetry().tracing()))
                .addFilter(new RequestFilter(headers, patience))
                .addFilter(new Measured(manners.telemetry()))
                .addFilter(new AccessLog())
                .addFilter(new Cors(manners.settings().origins()));
    }

    /** The longest that any operation takes. */
    private int bodyBytesMax() {
        return api.operations().stream()
                .mapToInt(operation -> operation.limits().bodyBytesMax())
                .max()
                .orElse(Operation.BODY_BYTES_MAX);
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
        patience.close();
    }
}
