package dev.plinth.sandbox.schema;

import com.pulumi.asset.AssetOrArchive;
import com.pulumi.core.Either;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.EnumType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The SDK's Java types as property types. */
final class JavaTypes {
    private static final Map<Class<?>, Type> SIMPLE = Map.of(
            String.class, new Type.Text(),
            Integer.class, new Type.Whole(),
            Double.class, new Type.Decimal(),
            Boolean.class, new Type.Truth(),
            Object.class, new Type.Any());

    private JavaTypes() {}

    /** The property type of a declared Java type; outputs and optionals are looked through. */
    static Type of(java.lang.reflect.Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        if (type instanceof Class<?> declared) {
            return ofClass(declared);
        }
        throw new IllegalStateException("The SDK declares a type of an unknown kind: " + type);
    }

    private static Type ofGeneric(ParameterizedType generic) {
        var raw = (Class<?>) generic.getRawType();
        var arguments = generic.getActualTypeArguments();
        if (raw == Output.class || raw == Optional.class) {
            return of(arguments[0]);
        }
        if (raw == List.class) {
            return new Type.Items(of(arguments[0]));
        }
        if (raw == Map.class) {
            return new Type.Dictionary(of(arguments[1]));
        }
        if (raw == Either.class) {
            return new Type.Either(of(arguments[0]), of(arguments[1]));
        }
        throw new IllegalStateException("The SDK declares a generic type of an unknown kind: " + generic);
    }

    private static Type ofClass(Class<?> declared) {
        var simple = SIMPLE.get(declared);
        if (simple != null) {
            return simple;
        }
        if (declared.isEnum()) {
            return new Type.Enumeration(declared.getSimpleName(), values(declared));
        }
        if (AssetOrArchive.class.isAssignableFrom(declared)) {
            return new Type.AssetOrArchive();
        }
        return declared.getName().startsWith("com.google.gson.") ? new Type.Any() : new Type.Structure(declared);
    }

    private static List<Object> values(Class<?> enumeration) {
        var converter = Arrays.stream(enumeration.getMethods())
                .filter(method -> method.isAnnotationPresent(EnumType.Converter.class))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(enumeration + " has no converter"));
        var values = new ArrayList<Object>();
        for (var constant : enumeration.getEnumConstants()) {
            values.add(convert(converter, constant));
        }
        return values;
    }

    private static Object convert(Method converter, Object constant) {
        try {
            return converter.invoke(constant);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read the value of " + constant, e);
        }
    }
}
