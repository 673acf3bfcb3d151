package dev.plinth.policy.kubernetes;

import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.Shape;
import dev.plinth.policy.Value;
import java.util.Map;
import java.util.Optional;

/** How the objects of some types, or the pods that they make, are named and labelled. */
public final class Metadata {
    private final ObjectProperty<Properties> metadata;
    private final Property<String> name;
    private final Property<String> namespace;
    private final Property<Map<String, Value>> labels;
    private final Property<Map<String, Value>> annotations;

    private Metadata(ObjectProperty<Properties> metadata) {
        this.metadata = metadata;
        this.name = metadata.fields().text("name");
        this.namespace = metadata.fields().text("namespace");
        this.labels = metadata.fields().valueMap("labels");
        this.annotations = metadata.fields().valueMap("annotations");
    }

    /** Of the objects of these types, or of what stands inside an object, such as the template of its pods. */
    public static Metadata of(Shape owner) {
        return new Metadata(owner.object("metadata"));
    }

    /** The object's name; empty where the provider makes one up. */
    public Optional<String> name(Resource object) {
        return get(object.properties(), name);
    }

    /** The namespace that the object says itself. */
    public Optional<String> namespace(Resource object) {
        return get(object.properties(), namespace);
    }

    /** Whether the object says its namespace, be it one that is not known yet. */
    public boolean hasNamespace(Resource object) {
        return object.isUnknown(metadata)
                || object.get(metadata).filter(fields -> fields.has(namespace)).isPresent();
    }

    /** The namespace, as far as the object says it and it is known already. */
    public Optional<String> knownNamespace(Resource object) {
        return known(object, namespace);
    }

    /** The name, as far as the object says it and it is known already. */
    public Optional<String> knownName(Resource object) {
        return known(object, name);
    }

    /** One label. */
    public Optional<String> label(Properties object, String key) {
        return object.get(metadata).flatMap(fields -> fields.entry(labels, key));
    }

    /** One annotation. */
    public Optional<String> annotation(Properties object, String key) {
        return object.get(metadata).flatMap(fields -> fields.entry(annotations, key));
    }

    /** All annotations, of which one may be unknown and the next not. */
    public Map<String, Value> annotations(Properties object) {
        return get(object, annotations).orElse(Map.of());
    }

    /** Sets a label. */
    public Patch label(String key, String value) {
        return Patch.inside(metadata, Patch.entry(labels, key, value));
    }

    /** The property itself, to follow what an object's metadata were made from. */
    public Property<Properties> property() {
        return metadata;
    }

    private <T> Optional<T> get(Properties object, Property<T> property) {
        return object.get(metadata).flatMap(fields -> fields.get(property));
    }

    private Optional<String> known(Resource object, Property<String> property) {
        return object.isUnknown(metadata)
                ? Optional.empty()
                : object.get(metadata)
                        .filter(fields -> !fields.isUnknown(property))
                        .flatMap(fields -> fields.get(property));
    }
}
