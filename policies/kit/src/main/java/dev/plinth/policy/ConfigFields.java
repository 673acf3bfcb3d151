package dev.plinth.policy;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record.
 *
 * @param defaults what holds where a name is not set; without it, every name has to be set
 */
record ConfigFields(Class<?> type, Map<String, ConfigType> fields, Optional<Object> defaults) implements ConfigType {

    static ConfigFields of(Class<?> type, Optional<Object> defaults) {
        var fields = new LinkedHashMap<String, ConfigType>();
        for (RecordComponent component : type.getRecordComponents()) {
            Optional<Object> value = defaults.map(record -> get(component, record));
            fields.put(component.getName(), type(component, component.getGenericType(), value));
        }
        return new ConfigFields(type, fields, defaults);
    }

    /** The schemas of the names. */
    Map<String, Object> properties() {
        var properties = new LinkedHashMap<String, Object>();
        for (RecordComponent component : type.getRecordComponents()) {
            ConfigType field = field(component);
            var schema = new LinkedHashMap<>(field.schema());
            Described described = component.getAnnotation(Described.class);
            if (described != null) {
                schema.put("description", described.value());
            }
            defaults.ifPresent(record -> schema.put("default", field.json(get(component, record))));
            properties.put(component.getName(), schema);
        }
        return properties;
    }

    @Override
    public Map<String, Object> schema() {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties());
        schema.put("additionalProperties", false);
        if (defaults.isEmpty()) {
            schema.put("required", List.copyOf(fields.keySet()));
        }
        return schema;
    }

    @Override
    public @Nullable Object read(String path, @Nullable Object json, List<String> mistakes) {
        if (!(json instanceof Map<?, ?> values)) {
            return ConfigType.misfit(path, "an object of " + String.join(", ", fields.keySet()), json, mistakes);
        }
        int before = mistakes.size();
        for (Object name : values.keySet()) {
            if (!fields.containsKey(name)) {
                mistakes.add("%s has no '%s'%s"
                        .formatted(path, name, Spelling.hint(fields.keySet(), String.valueOf(name), "names")));
            }
        }
        Object[] components = Arrays.stream(type.getRecordComponents())
                .map(component -> component(path, component, values, mistakes))
                .toArray();
        return mistakes.size() == before ? make(path, components, mistakes) : null;
    }

    @Override
    public Object json(Object value) {
        var json = new LinkedHashMap<String, Object>();
        for (RecordComponent component : type.getRecordComponents()) {
            json.put(component.getName(), field(component).json(get(component, value)));
        }
        return json;
    }

    private @Nullable Object component(
            String path, RecordComponent component, Map<?, ?> values, List<String> mistakes) {
        String name = component.getName();
        if (!values.containsKey(name) && defaults.isPresent()) {
            return get(component, defaults.get());
        }
        if (!values.containsKey(name)) {
            mistakes.add("%s has no %s".formatted(path, name));
            return null;
        }
        return field(component).read(path + "." + name, values.get(name), mistakes);
    }

    private @Nullable Object make(String path, Object[] components, List<String> mistakes) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(components);
        } catch (InvocationTargetException refusal) {
            mistakes.add("%s: %s".formatted(path, refusal.getTargetException().getMessage()));
            return null;
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(type + " cannot be made", closed);
        }
    }

    private ConfigType field(RecordComponent component) {
        return Objects.requireNonNull(fields.get(component.getName()));
    }

    private static ConfigType type(RecordComponent component, Type declared, Optional<Object> value) {
        Described described = component.getAnnotation(Described.class);
        double min = described == null ? Double.NEGATIVE_INFINITY : described.min();
        double max = described == null ? Double.POSITIVE_INFINITY : described.max();
        return switch (declared) {
            case Class<?> type
            when MethodType.methodType(type).hasWrappers() ->
                // A list holds no bare numbers.
                type(component, MethodType.methodType(type).unwrap().returnType(), value);
            case Class<?> type when type == boolean.class -> ConfigScalar.flag();
            case Class<?> type when type == int.class || type == long.class -> ConfigScalar.whole(type, min, max);
            case Class<?> type when type == double.class -> ConfigScalar.number(min, max);
            case Class<?> type when type == String.class -> ConfigScalar.text();
            case Class<?> type when type == LocalDate.class -> ConfigScalar.day();
            case Class<?> type when type.isEnum() -> ConfigScalar.choice(type);
            case Class<?> type when type.isRecord() -> of(type, value);
            case ParameterizedType list
            when list.getRawType() == List.class ->
                new Items(type(component, list.getActualTypeArguments()[0], Optional.empty()));
            default ->
                throw new PolicyPackException("%s of %s is a %s, which no configuration can hold"
                        .formatted(
                                component.getName(),
                                component.getDeclaringRecord().getName(),
                                declared.getTypeName()));
        };
    }

    private static Object get(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(component + " cannot be read", unreadable);
        }
    }
}
