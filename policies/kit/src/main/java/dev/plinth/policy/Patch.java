package dev.plinth.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a resource's inputs, or to those of an object inside it. Everything else stays as it is: what is secret,
 * what is unknown, and what only the provider understands.
 */
public record Patch(List<Edit> edits) {
    /** No change. */
    public static final Patch NONE = new Patch(List.of());

    /** One change. */
    public sealed interface Edit {
        /** The property's name on the wire. */
        String name();
    }

    /** The property gets this value, whatever it was. */
    public record Put(String name, Value value) implements Edit {}

    /** The property is not set any more. */
    public record Remove(String name) implements Edit {}

    /** The object in the property is changed; it is made if it is not there. */
    public record Inside(String name, Patch patch) implements Edit {}

    /** Each object of the list in the property is changed by the patch of its place. */
    public record InsideEach(String name, List<Patch> patches) implements Edit {
        public InsideEach {
            patches = List.copyOf(patches);
        }
    }

    public Patch {
        edits = List.copyOf(edits);
    }

    /** Sets a property to a value of its type: a flag, a number, a text, or a list or map of such. */
    public static <T> Patch put(Property<T> property, T value) {
        return new Patch(List.of(new Put(property.name(), Value.of(value))));
    }

    /** Sets one entry of a map, which is made if it is not there. */
    public static Patch entry(Property<? extends Map<String, ?>> property, String key, Object value) {
        var entry = new Patch(List.of(new Put(key, Value.of(value))));
        return new Patch(List.of(new Inside(property.name(), entry)));
    }

    /** Unsets a property. */
    public static Patch remove(Property<?> property) {
        return new Patch(List.of(new Remove(property.name())));
    }

    /** Changes the object in a property, which is made if it is not there. */
    public static Patch inside(ObjectProperty<Properties> property, Patch patch) {
        return patch.isEmpty() ? NONE : new Patch(List.of(new Inside(property.name(), patch)));
    }

    /** Changes the objects in a list, each as the function says; an unknown object or list has to wait. */
    public static Patch insideEach(
            Properties owner, ObjectProperty<List<Properties>> property, Function<Properties, Patch> change) {
        List<Patch> patches =
                owner.get(property).orElse(List.of()).stream().map(change).toList();
        return patches.stream().allMatch(Patch::isEmpty)
                ? NONE
                : new Patch(List.of(new InsideEach(property.name(), patches)));
    }

    /** These changes, and then those. */
    public Patch and(Patch then) {
        var all = new ArrayList<>(edits);
        all.addAll(then.edits);
        return new Patch(all);
    }

    /** Whether nothing is changed. */
    public boolean isEmpty() {
        return edits.isEmpty();
    }

    /** These values with the changes. */
    public Map<String, Value> apply(Map<String, Value> values) {
        var changed = new HashMap<>(values);
        for (Edit edit : edits) {
            switch (edit) {
                case Put(String name, Value value) -> changed.put(name, value);
                case Remove(String name) -> changed.remove(name);
                case Inside(String name, Patch patch) -> changed.put(name, patch.into(changed.get(name)));
                case InsideEach(String name, List<Patch> patches) ->
                    changed.computeIfPresent(name, (same, value) -> each(patches, value));
            }
        }
        return changed;
    }

    private Value into(@Nullable Value value) {
        return switch (value) {
            case Value.Secret(Value inner) -> new Value.Secret(into(inner));
            case Value.Fields(var fields) -> new Value.Fields(apply(fields));
            case null, default -> new Value.Fields(apply(Map.of()));
        };
    }

    private static Value each(List<Patch> patches, Value value) {
        return switch (value) {
            case Value.Secret(Value inner) -> new Value.Secret(each(patches, inner));
            case Value.Items(var items) -> {
                var changed = new ArrayList<Value>();
                for (int index = 0; index < items.size(); index++) {
                    Patch patch = index < patches.size() ? patches.get(index) : NONE;
                    changed.add(patch.isEmpty() ? items.get(index) : patch.into(items.get(index)));
                }
                yield new Value.Items(changed);
            }
            default -> value;
        };
    }
}
