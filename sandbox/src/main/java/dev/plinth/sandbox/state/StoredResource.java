package dev.plinth.sandbox.state;

import dev.plinth.sandbox.value.Value.Fields;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A resource that exists in the sandbox.
 *
 * @param generation tells incarnations of one URN apart, so that old and new have different ids during a replacement
 * @param ready false while its creation is under way
 */
public record StoredResource(Urn urn, String id, int generation, Fields inputs, Fields outputs, boolean ready) {
    /** This resource with other outputs, created. */
    public StoredResource finished(Fields newOutputs) {
        return new StoredResource(urn, id, generation, inputs, newOutputs, true);
    }

    /** The outputs that are the sandbox's own notes and no business of the engine. */
    public Fields notes() {
        return selected(name -> name.startsWith("__"));
    }

    /** This resource as the engine may see it. */
    public StoredResource told() {
        return finished(selected(name -> !name.startsWith("__")));
    }

    private Fields selected(Predicate<String> wanted) {
        var selected = new TreeMap<>(outputs.entries());
        selected.keySet().removeIf(wanted.negate());
        return new Fields(selected);
    }
}
