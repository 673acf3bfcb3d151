package dev.plinth.policy;

import java.util.Set;

/** A property that holds one object or a list of them, with properties of their own. */
public final class ObjectProperty<T> extends Property<T> {
    private final Shape fields;

    ObjectProperty(Set<String> owners, String name, Reader<T> reader, Shape fields) {
        super(owners, name, reader);
        this.fields = fields;
    }

    /** What such an object can have. */
    public Shape fields() {
        return fields;
    }
}
