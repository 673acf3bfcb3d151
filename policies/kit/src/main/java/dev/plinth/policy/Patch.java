package dev.plinth.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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

    /** What is changed, without any value: "sets tags.owner and storageEncrypted, removes publicAccess". */
    public String summary() {
        var set = new TreeSet<String>();
        var removed = new TreeSet<String>();
        collect("", set, removed);
        String sets = set.isEmpty() ? "" : "sets " + String.join(", ", set);
        String removes = removed.isEmpty() ? "" : "removes " + String.join(", ", removed);
        return sets.isEmpty() || removes.isEmpty() ? sets + removes : sets + "; " + removes;
    }

    private void collect(String path, Collection<String> set, Collection<String> removed) {
        for (Edit edit : edits) {
            String name = path + edit.name();
            switch (edit) {
                case Put put -> set.add(name);
                case Remove remove -> removed.add(name);
                case Inside(String object, Patch patch) -> patch.collect(name + ".", set, removed);
                case InsideEach(String list, List<Patch> patches) ->
                    patches.forEach(patch -> patch.collect(name + ".", set, removed));
            }
        }
    }

    /** These values with the changes. Throws if an object to be changed is unknown, as its content would be lost. */
    public Map<String, Value> apply(Map<String, Value> values) {
        var changed = new HashMap<>(values);
        for (Edit edit : edits) {
            switch (edit) {
                case Put(String name, Value value) -> changed.merge(name, value, Patch::replaced);
                case Remove(String name) -> changed.remove(name);
                case Inside(String name, Patch patch) -> changed.put(name, patch.into(name, changed.get(name)));
                case InsideEach(String name, List<Patch> patches) ->
                    changed.computeIfPresent(name, (same, value) -> each(name, patches, value));
            }
        }
        return changed;
    }

    /** What was secret stays secret. */
    private static Value replaced(Value old, Value value) {
        return old.isSecret() && !value.isSecret() ? new Value.Secret(value) : value;
    }

    private Value into(String name, @Nullable Value value) {
        return switch (value) {
            case Value.Secret(Value inner) -> new Value.Secret(into(name, inner));
            case Value.Output(Value inner, var sources) -> new Value.Output(into(name, inner), sources);
            case Value.Fields(var fields) -> new Value.Fields(apply(fields));
            case Value.Nil() -> new Value.Fields(apply(Map.of()));
            case null -> new Value.Fields(apply(Map.of()));
            case Value.Unknown() -> throw new UnknownValueException(name);
            default -> throw new PropertyTypeException(name, "an object");
        };
    }

    private static Value each(String name, List<Patch> patches, Value value) {
        return switch (value) {
            case Value.Secret(Value inner) -> new Value.Secret(each(name, patches, inner));
            case Value.Output(Value inner, var sources) -> new Value.Output(each(name, patches, inner), sources);
            case Value.Unknown() -> throw new UnknownValueException(name);
            case Value.Items(var items) -> {
                var changed = new ArrayList<Value>();
                for (int index = 0; index < items.size(); index++) {
                    Patch patch = index < patches.size() ? patches.get(index) : NONE;
                    changed.add(patch.isEmpty() ? items.get(index) : patch.into(name, items.get(index)));
                }
                yield new Value.Items(changed);
            }
            default -> value;
        };
    }
}
