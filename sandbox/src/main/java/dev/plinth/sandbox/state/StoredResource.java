package dev.plinth.sandbox.state;

import dev.plinth.sandbox.value.Value.Fields;

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
}
