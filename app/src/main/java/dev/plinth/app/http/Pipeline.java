package dev.plinth.app.http;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Principal;
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
    Pipeline(Gatekeeper gatekeeper, RateGate rates, List<Layer> layers, Patience patience) {
        this.gatekeeper = gatekeeper;
        this.layers = List.copyOf(layers);
        this.rates = rates;
        this.patience = patience;
    }

    void serve(Api.Served served, ServerRequest request, ServerResponse response) {
        LogFields.route(served.operation().path());
        requireLength(served.operation(), request, response);
        Principal principal = rates.pass(request, response, served.operation());
        Actor actor = gatekeeper.admit(request, served.operation(), principal);
        LogFields.principal(actor.principal().id());
        var call = new Call(served.operation(), new Exchange(request, response, patience), actor);
        Replies.send(request, response, patient(wrapped(served.endpoint()).handle(call)));
    }

    /** A request that is known to be refused still counts, or it would be a way around the limit. */
    private void requireLength(Operation operation, ServerRequest request, ServerResponse response) {
        try {
            RequestBody.requireLength(request, operation.limits().bodyBytesMax());
        } catch (RefusedException tooLong) {
            rates.passBy(request, response);
            throw tooLong;
        }
    }

    /** What requests have to pay that are refused before they come here. */
    Toll toll() {
        return rates::passBy;
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
