package dev.plinth.app.changes;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Principal;

/** Who made a change, and in which request: what the audit trail keeps of an {@link Actor}. */
public record Origin(Principal.Kind kind, String actorId, Network network, String requestId) {
    static Origin of(Actor actor) {
        Principal principal = actor.principal();
        return new Origin(principal.kind(), principal.id(), Network.of(actor.address()), actor.requestId());
    }
}
