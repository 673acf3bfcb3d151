package dev.plinth.policy;

import dev.plinth.policy.Value.Items;
import dev.plinth.policy.Value.Nil;
import dev.plinth.policy.Value.Text;
import dev.plinth.policy.Value.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The properties of a resource, or of an object inside one. */
public final class Properties {
    private final String owner;
    private final Map<String, Value> values;
    private final boolean known;

    /** The owner is the resource's type token; for an object inside it, followed by a dot and the property's name. */
    public Properties(String owner, Map<String, Value> values) {
        this(owner, values, true);
    }

    private Properties(String owner, Map<String, Value> values, boolean known) {
        this.owner = owner;
        this.values = Map.copyOf(values);
        this.known = known;
    }

    /**
     * The properties of a resource of which only the deployment will tell anything: its outputs, in the preview of a
     * stack whose provider is itself not made yet, such as that of a new cluster.
     */
    public static Properties unknown(String owner) {
        return new Properties(owner, Map.of(), false);
    }

    /** The property's value, empty if it is not set. Throws once if it is unknown: nobody has to ask before. */
    public <T> Optional<T> get(Property<T> property) {
        Value value = raw(property);
        if (value == null) {
            return Optional.empty();
        }
        return switch (value.revealed()) {
            case Nil() -> Optional.empty();
            case Unknown() -> throw new UnknownValueException(property.name());
            case Value known -> Optional.of(property.read(owner, known));
        };
    }

    /**
     * Whether the property is set to something, be it unknown. Providers write "nothing" as null, an empty text or an
     * empty list alike. Throws only if nothing at all is known of the properties.
     */
    public boolean has(Property<?> property) {
        Value value = raw(property);
        if (!known) {
            throw new UnknownValueException(property.name());
        }
        return value != null
                && switch (value.revealed()) {
                    case Nil() -> false;
                    case Text(String text) -> !text.isEmpty();
                    case Items(var items) -> !items.isEmpty();
                    case Value other -> true;
                };
    }

    /** One text of a map, empty if it is not there; throws only if this one is unknown, or the whole map. */
    public Optional<String> entry(Property<? extends Map<String, ?>> map, String key) {
        Value value = raw(map);
        if (value == null) {
            return Optional.empty();
        }
        return switch (value.revealed()) {
            case Nil() -> Optional.empty();
            case Unknown() -> throw new UnknownValueException(map.name());
            case Value known -> Reading.entry(owner + "." + map.name(), known, key);
        };
    }

    /**
     * Judges every object of a list, also where another one has to wait for a value; nothing is wrong with a list that is
     * not there.
     */
    public Judgement each(ObjectProperty<List<Properties>> property, Function<Properties, Judgement> check) {
        Value value = raw(property);
        if (value == null || value.revealed() instanceof Nil) {
            return Judgement.kept();
        }
        if (value.revealed() instanceof Items(var items)) {
            return Judgement.each(items, item -> Judgement.each(property.read(owner, new Items(List.of(item))), check));
        }
        return Judgement.each(get(property).orElse(List.of()), check);
    }

    /** Whether only the deployment will tell the property's value. */
    public boolean isUnknown(Property<?> property) {
        Value value = raw(property);
        return value != null && value.revealed() instanceof Unknown;
    }

    /** Whether the property's value is marked as secret. */
    public boolean isSecret(Property<?> property) {
        Value value = raw(property);
        return value != null && value.isSecret();
    }

    /** Whether the property's value, or a part of it, is known and not marked as secret, so that a preview shows it. */
    public boolean isOpen(Property<?> property) {
        Value value = raw(property);
        return value != null && value.isOpen();
    }

    Map<String, Value> values() {
        return values;
    }

    private @Nullable Value raw(Property<?> property) {
        property.checkOwner(owner);
        return known ? values.get(property.name()) : new Unknown();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Properties same
                && same.owner.equals(owner)
                && same.values.equals(values)
                && same.known == known;
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }
}
