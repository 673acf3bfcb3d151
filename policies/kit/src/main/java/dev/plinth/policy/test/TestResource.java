package dev.plinth.policy.test;

import com.pulumi.resources.ResourceArgs;
import dev.plinth.policy.Links;
import dev.plinth.policy.PolicyPackException;
import dev.plinth.policy.Properties;
import dev.plinth.policy.ProviderInstance;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceOptions;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A resource to try a rule on; refuses a property that the SDK's class does not have. Immutable. */
public final class TestResource {
    private static final String PROJECT = "urn:pulumi:test::test::";

    private final ResourceTypes types;
    private final Resource resource;
    private final Map<String, Value> values;

    private TestResource(ResourceTypes types, Resource resource, Map<String, Value> values) {
        this.types = types;
        this.resource = resource;
        this.values = Map.copyOf(values);
    }

    /** A resource of this SDK class that has nothing set. */
    public static TestResource of(Class<? extends com.pulumi.resources.Resource> sdkClass, String name) {
        return of(ResourceTypes.of(sdkClass), name, Map.of());
    }

    /** A resource of this SDK class with what the SDK's builder has made for it. */
    public static TestResource of(
            Class<? extends com.pulumi.resources.Resource> sdkClass, String name, ResourceArgs args) {
        return of(ResourceTypes.of(sdkClass), name, ArgsValues.of(args));
    }

    /** A component that a program registers with this token. */
    public static TestResource component(String token, String name) {
        return of(ResourceTypes.components(token), name, Map.of());
    }

    private static TestResource of(ResourceTypes types, String name, Map<String, Value> values) {
        String type = types.tokens().iterator().next();
        var resource = new Resource(
                "%s%s::%s".formatted(PROJECT, type, name),
                type,
                name,
                new Properties(type, values),
                ResourceOptions.NONE,
                Links.NONE,
                Optional.empty());
        return new TestResource(types, resource, values);
    }

    /** The same with a property: a flag, number, text, or a list or map of such. */
    public TestResource with(String property, Object value) {
        return set(property, Value.of(value));
    }

    /** The same with a property that only the deployment will tell. */
    public TestResource unknown(String property) {
        return set(property, new Value.Unknown());
    }

    /** The same, of which nothing is known: an output of a provider that is itself not made yet. */
    public TestResource unknown() {
        return new TestResource(types, resource.with(Properties.unknown(resource.type())), Map.of());
    }

    /** The same with a property whose value is secret. */
    public TestResource secret(String property, Object value) {
        return set(property, new Value.Secret(Value.of(value)));
    }

    /** The same with a property that is only known after the deployment and comes from other resources. */
    public TestResource from(String property, TestResource... sources) {
        TestResource unknown = unknown(property);
        Links links = resource.links();
        var byProperty = new HashMap<>(links.propertyDependencies());
        var dependencies = new HashSet<>(links.dependencies());
        Set<String> urns = new HashSet<>();
        for (TestResource source : sources) {
            urns.add(source.resource.urn());
        }
        byProperty.put(property, urns);
        dependencies.addAll(urns);
        return unknown.as(unknown.resource.with(new Links(links.parent(), dependencies, byProperty)));
    }

    /** The same as a part of this component. */
    public TestResource in(TestResource parent) {
        Links links = resource.links();
        return as(resource.with(
                new Links(Optional.of(parent.resource.urn()), links.dependencies(), links.propertyDependencies())));
    }

    /** The same, which the engine refuses to delete. */
    public TestResource protect() {
        ResourceOptions old = resource.options();
        return declared(true, old.ignoreChanges(), old.deleteBeforeReplace());
    }

    /** The same, of which the engine overlooks changes of these properties. */
    public TestResource ignoring(String... paths) {
        ResourceOptions old = resource.options();
        return declared(old.protect(), List.of(paths), old.deleteBeforeReplace());
    }

    /** The same, which is deleted before its replacement is there. */
    public TestResource deletedBeforeReplaced() {
        ResourceOptions old = resource.options();
        return declared(old.protect(), old.ignoreChanges(), Optional.of(true));
    }

    /** The same, managed by this provider. */
    public TestResource managedBy(TestResource provider) {
        Resource by = provider.resource;
        return as(resource.with(new ProviderInstance(by.urn(), by.type(), by.name(), by.properties())));
    }

    /** As a rule sees it. */
    public Resource resource() {
        return resource;
    }

    Map<String, Value> values() {
        return values;
    }

    /** The same after a remediation. */
    TestResource patched(Map<String, Value> changed) {
        return new TestResource(types, resource.with(new Properties(resource.type(), changed)), changed);
    }

    private TestResource set(String property, Value value) {
        if (!types.has(property)) {
            throw new PolicyPackException("%s has no property '%s'".formatted(resource.type(), property));
        }
        var changed = new HashMap<>(values);
        changed.put(property, value);
        return patched(changed);
    }

    private TestResource declared(boolean protect, List<String> ignoreChanges, Optional<Boolean> deleteBeforeReplace) {
        return as(
                resource.with(new ResourceOptions(protect, ignoreChanges, deleteBeforeReplace, List.of(), List.of())));
    }

    private TestResource as(Resource other) {
        return new TestResource(types, other, values);
    }
}
