package dev.plinth.sandbox.schema;

import com.pulumi.core.annotations.CustomType;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The properties that one class of an SDK declares by its annotations; each class is read once. */
public final class Declarations {
    private static final Map<Class<?>, Map<String, Property>> READ = new ConcurrentHashMap<>();

    private Declarations() {}

    /** The inputs of an arguments class, or the outputs of a resource or output class. */
    public static Map<String, Property> of(Class<?> declaration) {
        return READ.computeIfAbsent(declaration, Declarations::read);
    }

    private static Map<String, Property> read(Class<?> declaration) {
        var properties = new TreeMap<String, Property>();
        if (declaration.isAnnotationPresent(CustomType.class)) {
            setters(declaration).forEach(property -> properties.put(property.name(), property));
        }
        for (Class<?> type = declaration; type != null && declares(type); type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                property(declaration, field).ifPresent(found -> properties.putIfAbsent(found.name(), found));
            }
        }
        return Map.copyOf(properties);
    }

    /** The engine's own classes above declare id and urn, which are no properties. */
    private static boolean declares(Class<?> type) {
        return !type.getName().startsWith("com.pulumi.resources.") && type != Object.class;
    }

    private static Optional<Property> property(Class<?> declaration, Field field) {
        var input = field.getAnnotation(Import.class);
        boolean deprecated = field.isAnnotationPresent(Deprecated.class);
        if (input != null) {
            var type = JavaTypes.of(field.getGenericType());
            var name = input.name().isEmpty() ? field.getName() : input.name();
            return Optional.of(new Property(name, type, input.required(), input.json(), deprecated));
        }
        var output = field.getAnnotation(Export.class);
        if (output != null) {
            var name = output.name().isEmpty() ? field.getName() : output.name();
            boolean always = !optional(declaration, field.getName());
            return Optional.of(new Property(name, JavaTypes.of(field.getGenericType()), always, false, deprecated));
        }
        return Optional.empty();
    }

    /** The properties of an output object: what its builder can set. */
    private static Stream<Property> setters(Class<?> declaration) {
        return Arrays.stream(declaration.getDeclaredClasses())
                .filter(nested -> nested.isAnnotationPresent(CustomType.Builder.class))
                .flatMap(builder -> Arrays.stream(builder.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(CustomType.Setter.class))
                .map(method -> setter(declaration, method));
    }

    private static Property setter(Class<?> declaration, Method method) {
        var declared = method.getAnnotation(CustomType.Setter.class).value();
        var name = declared.isEmpty() ? method.getName() : declared;
        boolean always = !optional(declaration, method.getName());
        return new Property(name, JavaTypes.of(method.getGenericParameterTypes()[0]), always, false, false);
    }

    /** A property may be absent when its accessor returns an optional; the fields do not tell. */
    private static boolean optional(Class<?> declaration, String accessor) {
        try {
            var returned = declaration.getMethod(accessor).getGenericReturnType();
            return startsOptional(returned)
                    || (returned instanceof ParameterizedType output
                            && startsOptional(output.getActualTypeArguments()[0]));
        } catch (NoSuchMethodException e) {
            return true;
        }
    }

    private static boolean startsOptional(java.lang.reflect.Type type) {
        return type.getTypeName().startsWith(Optional.class.getName());
    }
}
