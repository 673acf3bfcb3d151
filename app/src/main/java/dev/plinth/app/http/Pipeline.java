package dev.plinth.app.http;

import dev.plinth.app.access.Authenticator;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** What happens to every request on its way to its operation, and to the answer on its way back. */
final class Pipeline {
    private final Gatekeeper gatekeeper;
    private final List<Layer> layers;

    /** The first of the layers is the outermost. */
    Pipeline(Authenticator authenticator, List<Layer> layers) {
        this.gatekeeper = new Gatekeeper(authenticator);
        this.layers = List.copyOf(layers);
    }

    void serve(Api.Served served, ServerRequest request, ServerResponse response) {
        LogFields.route(served.operation().path());
        var call = new Call(served.operation(), request, response, gatekeeper.admit(request, served.operation()));
        LogFields.principal(call.principal().id());
        Replies.send(request, response, wrapped(served.endpoint()).handle(call));
    }

    private Endpoint wrapped(Endpoint endpoint) {
        Endpoint whole = endpoint;
        for (Layer layer : layers.reversed()) {
            Endpoint inner = whole;
            whole = call -> layer.around(call, inner);
        }
        return whole;
    }
}
