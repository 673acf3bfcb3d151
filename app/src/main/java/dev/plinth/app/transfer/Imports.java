package dev.plinth.app.transfer;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Scope;
import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.Names;
import dev.plinth.app.values.NotFoundException;
import java.util.List;
import java.util.UUID;

/** The imports of the library: ordered here, and carried out by {@link ImportRunner}. */
public final class Imports {
    /** How many faults are kept and shown of one import. */
    public static final int FAULTS_MAX = 1_000;

    private final ImportStore store;

    public Imports(ImportStore store) {
        this.store = store;
    }

    /** Takes in the pieces of a file as they come, and orders its import when {@link Reception#end} is called. */
    public Reception receive(ImportOrder order) {
        return new Reception(store, store.begin(order));
    }

    /** The caller's own import; administrators see all. */
    public Import get(Actor actor, UUID uid) {
        return store.find(uid)
                .filter(found -> isVisible(actor, found))
                .orElseThrow(() -> new NotFoundException("operation", uid.toString()));
    }

    private static boolean isVisible(Actor actor, Import found) {
        return actor.principal().has(Scope.OPERATIONS_READ)
                || found.order()
                        .actor()
                        .principal()
                        .id()
                        .equals(actor.principal().id());
    }

    /** The first faults that were found. */
    public List<ImportFault> faults(Import done) {
        return store.faults(done.uid(), FAULTS_MAX);
    }

    /** Ends an import early; what was imported until then stays. */
    public Import cancel(Actor actor, UUID uid) {
        Import found = get(actor, uid);
        if (!found.order().actor().principal().id().equals(actor.principal().id())) {
            throw new ForbiddenException("Only who ordered an import may end it.");
        }
        if (found.state().isFinal() && found.state() != ImportState.CANCELLED) {
            throw new ConflictException(
                    Conflict.WRONG_STATE, "The import is over already: it has %s.".formatted(Names.of(found.state())));
        }
        store.cancel(uid);
        return get(actor, uid);
    }
}
