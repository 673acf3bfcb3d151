package dev.plinth.sandbox.schema;

import com.pulumi.core.annotations.ResourceType;
import com.pulumi.resources.ResourceArgs;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The resource types of the three pinned SDKs, found by their token. */
public final class SdkSchema {
    private final Map<String, Optional<ResourceSchema>> found = new ConcurrentHashMap<>();
    private final ResourceIndex index = new ResourceIndex();

    /** The type with that token, if one of the SDKs has it. */
    public Optional<ResourceSchema> find(String token) {
        return found.computeIfAbsent(token, this::read);
    }

    /** All tokens of one package: aws, kubernetes or docker. */
    public Set<String> tokens(String packageName) {
        return index.of(packageName).keySet();
    }

    /** The options that a package's provider takes. */
    public ResourceSchema provider(String packageName) {
        var token = "pulumi:providers:" + packageName;
        return find(token).orElseThrow(() -> new IllegalArgumentException("No SDK is pinned for " + packageName));
    }

    private Optional<ResourceSchema> read(String token) {
        return conventional(token)
                .or(() -> index.find(token))
                .map(resource ->
                        new ResourceSchema(token, Declarations.of(arguments(resource)), Declarations.of(resource)));
    }

    /** The class that the generators' naming rule gives, when it is annotated with just this token. */
    private static Optional<Class<?>> conventional(String token) {
        return ClassNames.of(token).flatMap(ResourceIndex::load).filter(type -> annotated(type, token));
    }

    private static boolean annotated(Class<?> type, String token) {
        var annotation = type.getAnnotation(ResourceType.class);
        return annotation != null && annotation.type().equals(token);
    }

    /** The class of a resource's inputs: what its public constructor takes. */
    private static Class<?> arguments(Class<?> resource) {
        return Arrays.stream(resource.getConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getParameterTypes()))
                .filter(ResourceArgs.class::isAssignableFrom)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(resource + " has no constructor with arguments"));
    }
}
