package dev.plinth.policy;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.CustomType;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The properties of one SDK class by their names on the wire, read from the SDK's own annotations. */
record SdkFields(String owner, Map<String, SdkType> types) {
    SdkFields {
        types = Map.copyOf(types);
    }

    /** A resource's inputs and outputs; where it has both of a name, the input's type holds the more. */
    static SdkFields ofResource(String token, Class<?> resource) {
        var types = new HashMap<String, SdkType>();
        if (CustomResource.class.isAssignableFrom(resource)) {
            // The SDK's classes inherit it.
            types.put("id", new SdkType(String.class, Optional.empty()));
        }
        for (Field field : resource.getDeclaredFields()) {
            Export export = field.getAnnotation(Export.class);
            if (export != null) {
                types.put(export.name(), exported(export));
            }
        }
        argsOf(resource).ifPresent(args -> types.putAll(inputs(args)));
        // Every resource that a provider manages has one; the SDK declares it once for all of them.
        types.putIfAbsent("id", new SdkType(String.class, Optional.empty()));
        return new SdkFields(token, types);
    }

    /** The type of a property, which has to be there. */
    SdkType type(String name) {
        SdkType type = types.get(name);
        if (type == null) {
            String hint = Spelling.hint(new TreeSet<>(types.keySet()), name, "properties");
            throw new PolicyPackException("%s has no property '%s'%s".formatted(owner, name, hint));
        }
        return type;
    }

    /** The fields of the object, or of the objects in the list, that a property holds. */
    SdkFields inside(String name) {
        SdkType type = type(name);
        Class<?> object = type.isList() ? type.element().orElse(Object.class) : type.raw();
        return new SdkFields(owner + "." + name, fields(object));
    }

    private static Optional<Class<?>> argsOf(Class<?> resource) {
        try {
            return Optional.of(Class.forName(resource.getName() + "Args", false, resource.getClassLoader()));
        } catch (ClassNotFoundException none) {
            return Optional.empty();
        }
    }

    /** What an object can have: its inputs, or the outputs of one that is an output only. */
    private static Map<String, SdkType> fields(Class<?> object) {
        return object.isAnnotationPresent(CustomType.class) ? outputs(object) : inputs(object);
    }

    private static Map<String, SdkType> outputs(Class<?> object) {
        var types = new HashMap<String, SdkType>();
        for (Class<?> builder : object.getDeclaredClasses()) {
            for (Method method : builder.getDeclaredMethods()) {
                CustomType.Setter setter = method.getAnnotation(CustomType.Setter.class);
                // A list has a second setter for its elements one by one.
                if (setter != null && !method.isVarArgs()) {
                    String name = setter.value().isEmpty() ? method.getName() : setter.value();
                    types.put(name, declared(method.getGenericParameterTypes()[0]));
                }
            }
        }
        return types;
    }

    private static Map<String, SdkType> inputs(Class<?> args) {
        var types = new HashMap<String, SdkType>();
        for (Field field : args.getDeclaredFields()) {
            Import input = field.getAnnotation(Import.class);
            if (input != null) {
                types.put(input.name(), declared(field.getGenericType()));
            }
        }
        return types;
    }

    private static SdkType declared(Type type) {
        if (!(type instanceof ParameterizedType generic)) {
            return new SdkType((Class<?>) type, Optional.empty());
        }
        Class<?> raw = (Class<?>) generic.getRawType();
        Type[] arguments = generic.getActualTypeArguments();
        Type last = arguments[arguments.length - 1];
        if (raw == Output.class) {
            return declared(last);
        }
        return new SdkType(raw, last instanceof Class<?> element ? Optional.of(element) : Optional.empty());
    }

    private static SdkType exported(Export export) {
        Class<?>[] types = export.refs();
        Optional<Class<?>> element = Arrays.stream(types).skip(1).findFirst();
        return new SdkType(types[0], element);
    }
}
