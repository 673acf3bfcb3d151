package dev.plinth.sandbox.schema;

import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.meta.v1.outputs.ObjectMeta;
import java.util.Map;
import java.util.TreeMap;

/** A Kubernetes custom resource: its metadata is that of any object, and only its controller knows the rest. */
public final class CustomResourceSchema {
    private CustomResourceSchema() {}

    /** The schema of a type that no SDK declares. */
    public static ResourceSchema of(String token) {
        return new ResourceSchema(token, properties(ObjectMetaArgs.class), properties(ObjectMeta.class));
    }

    private static Map<String, Property> properties(Class<?> metadata) {
        var properties = new TreeMap<String, Property>();
        add(properties, "apiVersion", new Type.Text(), true);
        add(properties, "kind", new Type.Text(), true);
        add(properties, "metadata", new Type.Structure(metadata), false);
        for (var open : new String[] {"spec", "status", "data"}) {
            add(properties, open, new Type.Any(), false);
        }
        return properties;
    }

    private static void add(Map<String, Property> properties, String name, Type type, boolean required) {
        properties.put(name, new Property(name, type, required, false, false));
    }
}
