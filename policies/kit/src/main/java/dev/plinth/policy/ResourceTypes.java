package dev.plinth.policy;

import com.pulumi.core.annotations.ResourceType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The resource types that a rule is about, named by their SDK classes. */
public final class ResourceTypes extends Shape {
    private final Map<String, String> sdkClasses;
    private final Scope scope;

    /** Which types are meant. */
    private enum Scope {
        THESE,
        EVERY
    }

    private ResourceTypes(List<SdkFields> types, Map<String, String> sdkClasses, Scope scope) {
        super(types);
        this.sdkClasses = Collections.unmodifiableMap(sdkClasses);
        this.scope = scope;
    }

    /** One type or several; a property asked of several has to be in each of them. */
    @SafeVarargs
    public static ResourceTypes of(Class<? extends com.pulumi.resources.Resource>... sdkClasses) {
        var types = new ArrayList<SdkFields>();
        var names = new LinkedHashMap<String, String>();
        for (Class<?> sdkClass : sdkClasses) {
            SdkFields fields = fields(sdkClass);
            types.add(fields);
            names.put(fields.owner(), sdkClass.getName());
        }
        return new ResourceTypes(types, names, Scope.THESE);
    }

    /** Every resource, be it a provider, a component or the stack itself; none of its properties can be read. */
    public static ResourceTypes every() {
        return new ResourceTypes(List.of(), Map.of(), Scope.EVERY);
    }

    /**
     * Components of a program, by the token that it registers them with, such as {@code plinth:storage:Bucket}; none of
     * their properties can be read, as no SDK vouches for them.
     */
    public static ResourceTypes components(String... tokens) {
        return new ResourceTypes(
                Arrays.stream(tokens)
                        .map(token -> new SdkFields(token, Map.of()))
                        .toList(),
                Map.of(),
                Scope.THESE);
    }

    /** These types and those; a property asked of them has to be in each. */
    public ResourceTypes and(ResourceTypes others) {
        if (isEvery() || others.isEvery()) {
            return every();
        }
        var types = new ArrayList<>(alternatives());
        types.addAll(others.alternatives());
        var names = new LinkedHashMap<>(sdkClasses);
        names.putAll(others.sdkClasses);
        return new ResourceTypes(types, names, Scope.THESE);
    }

    /** Whether they include the type of this token. */
    public boolean include(String token) {
        return scope == Scope.EVERY || tokens().contains(token);
    }

    /** Whether every type is meant. */
    public boolean isEvery() {
        return scope == Scope.EVERY;
    }

    /** The type tokens, such as {@code aws:rds/instance:Instance}; none if every type is meant. */
    public Set<String> tokens() {
        return owners();
    }

    /** The name of each type's class in the Java SDK, by token; components have none. */
    public Map<String, String> sdkClasses() {
        return sdkClasses;
    }

    private static SdkFields fields(Class<?> sdkClass) {
        ResourceType type = sdkClass.getAnnotation(ResourceType.class);
        if (type == null) {
            throw new PolicyPackException(
                    "%s is no resource of an SDK: it has no @ResourceType".formatted(sdkClass.getName()));
        }
        return SdkFields.ofResource(type.type(), sdkClass);
    }
}
