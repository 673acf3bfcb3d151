package dev.plinth.app.http;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Authenticator;
import dev.plinth.app.access.Principal;
import dev.plinth.app.access.UnauthenticatedException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** What happens to every request on its way to its operation, and to the answer on its way back. */
final class Pipeline {
    private final Gatekeeper gatekeeper;
    private final List<Layer> layers;
    private final RateGate rates;
    private final Patience patience;

    /** The first of the layers is the outermost. */
    Pipeline(Authenticator authenticator, List<Layer> layers, RateGate rates, Patience patience) {
        this.gatekeeper = new Gatekeeper(authenticator);
        this.layers = List.copyOf(layers);
        this.rates = rates;
        this.patience = patience;
    }

    void serve(Api.Served served, ServerRequest request, ServerResponse response) {
        LogFields.route(served.operation().path());
        RequestBody.requireLength(request, served.operation().limits().bodyBytesMax());
        Principal principal = identified(served.operation(), request, response);
        Actor actor = gatekeeper.admit(request, served.operation(), principal);
        LogFields.principal(actor.principal().id());
        var call = new Call(served.operation(), new Exchange(request, response, patience), actor);
        Replies.send(request, response, patient(wrapped(served.endpoint()).handle(call)));
    }

    /** Who calls, and has not used up what they may use; guesses at credentials are counted as nobody's. */
    private Principal identified(Operation operation, ServerRequest request, ServerResponse response) {
        String address = ClientAddress.of(request);
        try {
            Principal principal = gatekeeper.identify(request);
            rates.pass(response, operation, principal, address);
            return principal;
        } catch (UnauthenticatedException unknown) {
            rates.pass(response, operation, Principal.NOBODY, address);
            throw unknown;
        }
    }

    /** An answer that is written piece by piece may take long, as long as the client takes piece after piece. */
    private Reply patient(Reply reply) {
        return reply.content() instanceof Content.Stream stream
                ? reply.with(new Content.Stream(
                        stream.mediaType(), target -> stream.writer().writeTo(new PatientStream(target, patience))))
                : reply;
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
