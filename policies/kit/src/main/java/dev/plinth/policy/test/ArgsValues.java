package dev.plinth.policy.test;

import com.pulumi.asset.AssetOrArchive;
import com.pulumi.core.Either;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.EnumType;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.internal.Internal;
import com.pulumi.core.internal.OutputData;
import com.pulumi.resources.ResourceArgs;
import dev.plinth.policy.Value;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the SDK's own builders have made, as the engine would send it. */
final class ArgsValues {
    private ArgsValues() {}

    static Map<String, Value> of(ResourceArgs args) {
        return fields(args);
    }

    private static Map<String, Value> fields(Object args) {
        var values = new HashMap<String, Value>();
        for (Field field : args.getClass().getDeclaredFields()) {
            Import input = field.getAnnotation(Import.class);
            if (input != null) {
                Object content = read(field, args);
                if (content != null) {
                    Value value = value(content);
                    values.put(input.name(), input.json() ? JsonText.of(value) : value);
                }
            }
        }
        return values;
    }

    private static Value value(@Nullable Object content) {
        return switch (content) {
            case null -> new Value.Nil();
            case Output<?> output -> value(Internal.of(output).getDataAsync().join());
            case Either<?, ?> either -> either.either(ArgsValues::value, ArgsValues::value);
            case List<?> items ->
                new Value.Items(items.stream().map(ArgsValues::value).toList());
            case Map<?, ?> fields -> map(fields);
            case AssetOrArchive asset ->
                new Value.Asset(new Value.AssetSource("", asset.getClass().getSimpleName(), ""));
            case Object object when object.getClass().isAnnotationPresent(EnumType.class) -> constant(object);
            case ResourceArgs object -> new Value.Fields(fields(object));
            case Object plain -> Value.of(plain);
        };
    }

    private static Value value(OutputData<?> data) {
        Value value = data.isKnown() ? value(data.getValueNullable()) : new Value.Unknown();
        return data.isSecret() ? new Value.Secret(value) : value;
    }

    private static Value map(Map<?, ?> fields) {
        var values = new HashMap<String, Value>();
        fields.forEach((name, field) -> values.put(String.valueOf(name), value(field)));
        return new Value.Fields(values);
    }

    private static Value constant(Object object) {
        for (Method method : object.getClass().getDeclaredMethods()) {
            if (method.isAnnotationPresent(EnumType.Converter.class)) {
                try {
                    method.setAccessible(true);
                    return Value.of(method.invoke(object));
                } catch (ReflectiveOperationException unreadable) {
                    throw new IllegalStateException(object.getClass() + " has no value", unreadable);
                }
            }
        }
        throw new IllegalStateException(object.getClass() + " has no converter");
    }

    private static @Nullable Object read(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException unreadable) {
            throw new IllegalStateException(field + " cannot be read", unreadable);
        }
    }
}
