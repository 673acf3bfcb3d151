package dev.plinth.sandbox.resource;

import dev.plinth.sandbox.resource.Lifecycle.Previous;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.TreeMap;

/** The outputs that a resource would have, as far as they can be known before it is made or changed. */
final class Preview {
    private static final String TAGS = "tagsAll";

    private Preview() {}

    /** What the program gave, and unknowns for the rest, also for what the cloud adds inside of it. */
    static Fields ofCreation(Kind kind, Desired desired) {
        var computed = kind.computed(desired, "");
        var given = new TreeMap<>(
                completed(desired.inputs(), computed, Fields.EMPTY).entries());
        // The provider adds its default tags itself, so it knows them before.
        computed.find(TAGS).ifPresent(tags -> given.put(TAGS, tags));
        return OutputFill.unknowns(desired.schema(), new Fields(given));
    }

    /** Computed outputs stay as they are, except those that every update renews. */
    static Fields ofUpdate(Kind kind, Desired desired, Previous previous) {
        // An input that did not change may have another value in the outputs, such as a port that was taken.
        var changed = new TreeMap<>(desired.inputs().entries());
        changed.entrySet().removeAll(previous.inputs().entries().entrySet());
        var computed = kind.computed(desired, "");
        var given = completed(new Fields(changed), computed, previous.outputs());
        var outputs = new TreeMap<>(
                OutputFill.complete(desired.schema(), previous.outputs().withAll(given), "")
                        .entries());
        kind.renewed().forEach(name -> outputs.put(name, Value.unknown()));
        computed.find(TAGS).ifPresent(tags -> outputs.put(TAGS, tags));
        return new Fields(outputs);
    }

    /** The given objects with what is computed inside of them: as it was, else unknown. */
    private static Fields completed(Fields given, Fields computed, Fields before) {
        var complete = new TreeMap<>(given.entries());
        complete.replaceAll((name, value) ->
                value instanceof Fields object && computed.find(name).orElse(value) instanceof Fields known
                        ? inside(object, known, before.find(name).orElse(Fields.EMPTY))
                        : value);
        return new Fields(complete);
    }

    private static Fields inside(Fields given, Fields computed, Value before) {
        var earlier = before instanceof Fields known ? known : Fields.EMPTY;
        var complete = new TreeMap<>(completed(given, computed, earlier).entries());
        computed.entries()
                .forEach((name, value) ->
                        complete.putIfAbsent(name, earlier.find(name).orElseGet(Value::unknown)));
        return new Fields(complete);
    }
}
