package dev.plinth.sandbox.resource;

import dev.plinth.sandbox.check.Failure;
import dev.plinth.sandbox.diff.ReplaceRules;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the resources of one type, or of many types alike, do. */
public interface Kind {
    /** Faults that the declaration of single inputs cannot tell; the inputs may hold unknowns. */
    default List<Failure> check(Desired desired) {
        return List.of();
    }

    /** The inputs with what the provider adds by itself, such as a name. */
    default Fields complete(Desired desired, Fields before, NameSeed seed) {
        return desired.inputs();
    }

    /** Which changed inputs replace the resource. */
    default ReplaceRules replaceRules(Desired desired) {
        return ReplaceRules.NONE;
    }

    /** Whether old and new cannot exist at once, because a name of theirs is fixed. */
    default boolean deletesBeforeReplace(Desired desired) {
        return false;
    }

    /** The identifier of a new resource. */
    String id(Desired desired);

    /** Every output that follows from the inputs. */
    Fields computed(Desired desired, String id);

    /** The outputs that every update changes, so that a preview of one cannot know them. */
    default Set<String> renewed() {
        return Set.of();
    }

    /** What the sandbox must remember of a new resource from the first moment on; names start with two underscores. */
    default Fields notes(Desired desired) {
        return Fields.EMPTY;
    }

    /**
     * Makes it so and returns the outputs that only this can tell; called again, it changes nothing.
     *
     * @param resource the resource as the state already has it: new inputs, notes, and outputs from before
     * @param before what it was, empty when it is new
     */
    default Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        return Fields.EMPTY;
    }

    /** Ends everything that the resource runs; one that runs nothing is ended already. */
    default void remove(StoredResource resource) {}

    /** Called when the state has changed, for what follows from other resources. */
    default void settled() {}
}
