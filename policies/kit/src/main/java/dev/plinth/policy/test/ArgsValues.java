package dev.plinth.policy.test;

import com.pulumi.asset.Archive;
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
            case Map<?, ?> fields -> new Value.Fields(entries(fields));
            case AssetOrArchive asset -> content(asset);
            case Object object when object.getClass().isAnnotationPresent(EnumType.class) -> constant(object);
            case ResourceArgs object -> new Value.Fields(fields(object));
            case Object plain -> Value.of(plain);
        };
    }

    /** The hash is the engine's to compute. */
    private static Value content(AssetOrArchive asset) {
        Object content = Internal.from(asset).getValue();
        if (content instanceof Map<?, ?> entries) {
            return new Value.Archive(new Value.AssetSource("", "", ""), entries(entries));
        }
        var source = new Value.AssetSource(Internal.from(asset).getPropName(), String.valueOf(content), "");
        return asset instanceof Archive ? new Value.Archive(source, Map.of()) : new Value.Asset(source);
    }

    private static Value value(OutputData<?> data) {
        Value value = data.isKnown() ? value(data.getValueNullable()) : new Value.Unknown();
        return data.isSecret() ? new Value.Secret(value) : value;
    }

    private static Map<String, Value> entries(Map<?, ?> fields) {
        var values = new HashMap<String, Value>();
        fields.forEach((name, field) -> values.put(String.valueOf(name), value(field)));
        return values;
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
