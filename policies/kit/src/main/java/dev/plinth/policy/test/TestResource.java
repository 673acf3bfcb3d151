package dev.plinth.policy.test;

import dev.plinth.policy.PolicyPackException;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A resource to try a rule on; refuses a property that the SDK's class does not have. Immutable. */
public final class TestResource {
    private final ResourceTypes types;
    private final Resource resource;
    private final Map<String, Value> values;

    private TestResource(ResourceTypes types, Resource resource, Map<String, Value> values) {
        this.types = types;
        this.resource = resource;
        this.values = values;
    }

    /** A resource of this SDK class that has nothing set. */
    public static TestResource of(Class<? extends com.pulumi.resources.Resource> sdkClass, String name) {
        var types = ResourceTypes.of(sdkClass);
        String type = types.tokens().iterator().next();
        String urn = "urn:pulumi:test::test::%s::%s".formatted(type, name);
        var resource = new Resource(urn, type, name, new Properties(type, Map.of()), Map.of());
        return new TestResource(types, resource, Map.of());
    }

    /** The same with a property: a flag, number, text, or a list or map of such. */
    public TestResource with(String property, Object value) {
        return with(property, value(value));
    }

    /** The same with a property that only the deployment will tell. */
    public TestResource unknown(String property) {
        return with(property, new Value.Unknown());
    }

    /** The same with a property whose value is secret. */
    public TestResource secret(String property, Object value) {
        return with(property, new Value.Secret(value(value)));
    }

    /** The same with a property that is only known after the deployment and comes from another resource. */
    public TestResource from(String property, TestResource source) {
        TestResource unknown = unknown(property);
        var dependencies = new HashMap<>(resource.propertyDependencies());
        dependencies.put(property, Set.of(source.resource.urn()));
        return new TestResource(types, with(unknown.resource.properties(), dependencies), unknown.values);
    }

    /** As a rule sees it. */
    public Resource resource() {
        return resource;
    }

    private TestResource with(String property, Value value) {
        if (!types.has(property)) {
            throw new PolicyPackException("%s has no property '%s'".formatted(resource.type(), property));
        }
        var changed = new HashMap<>(values);
        changed.put(property, value);
        var properties = new Properties(resource.type(), changed);
        return new TestResource(types, with(properties, resource.propertyDependencies()), changed);
    }

    private Resource with(Properties properties, Map<String, Set<String>> dependencies) {
        return new Resource(resource.urn(), resource.type(), resource.name(), properties, dependencies);
    }

    private static Value value(Object value) {
        return switch (value) {
            case Value already -> already;
            case Boolean flag -> new Value.Flag(flag);
            case Number number -> new Value.Numeric(number.doubleValue());
            case String text -> new Value.Text(text);
            case List<?> items ->
                new Value.Items(items.stream().map(TestResource::value).toList());
            case Map<?, ?> fields -> fields(fields);
            default -> throw new IllegalArgumentException("no property can be a " + value.getClass());
        };
    }

    private static Value fields(Map<?, ?> fields) {
        var values = new HashMap<String, Value>();
        fields.forEach((name, value) -> values.put(String.valueOf(name), value(value)));
        return new Value.Fields(values);
    }
}
