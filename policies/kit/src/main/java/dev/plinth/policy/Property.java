package dev.plinth.policy;

import java.util.Set;

/** A property that the SDK is known to have, and how to read it; made by {@link ResourceTypes} and kept by a rule. */
public sealed class Property<T> permits ObjectProperty {
    /** Makes a Java value of what the engine sent; never sees an absent, unknown or secret value. */
    @FunctionalInterface
    interface Reader<T> {
        T read(String where, Value value);
    }

    private final Set<String> owners;
    private final String name;
    private final Reader<T> reader;

    Property(Set<String> owners, String name, Reader<T> reader) {
        this.owners = owners;
        this.name = name;
        this.reader = reader;
    }

    /** The name on the wire. */
    public final String name() {
        return name;
    }

    final Set<String> owners() {
        return owners;
    }

    final T read(String owner, Value value) {
        return reader.read(owner + "." + name, value);
    }

    final void checkOwner(String owner) {
        if (!owners.contains(owner)) {
            throw new PolicyPackException(
                    "%s is read with '%s', a property of %s".formatted(owner, name, String.join(", ", owners)));
        }
    }

    @Override
    public final String toString() {
        return name;
    }
}
