package dev.plinth.policy.analyzer;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plain JSON, and the protocol's form of it. */
final class Structs {
    static final Value NULL =
            Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();

    private Structs() {}

    static Struct of(Map<?, ?> json) {
        var struct = Struct.newBuilder();
        json.forEach((name, value) -> struct.putFields(String.valueOf(name), value(value)));
        return struct.build();
    }

    static Map<String, Object> json(Struct struct) {
        return struct.getFieldsMap().entrySet().stream()
                .filter(entry -> !entry.getValue().hasNullValue())
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> json(entry.getValue())));
    }

    static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    static Value object(Struct struct) {
        return Value.newBuilder().setStructValue(struct).build();
    }

    static Value list(Iterable<Value> items) {
        return Value.newBuilder()
                .setListValue(ListValue.newBuilder().addAllValues(items))
                .build();
    }

    private static Value value(@Nullable Object json) {
        return switch (json) {
            case null -> NULL;
            case Boolean flag -> Value.newBuilder().setBoolValue(flag).build();
            case Number number ->
                Value.newBuilder().setNumberValue(number.doubleValue()).build();
            case List<?> items -> list(items.stream().map(Structs::value).toList());
            case Map<?, ?> fields -> object(of(fields));
            default -> text(String.valueOf(json));
        };
    }

    private static Object json(Value value) {
        return switch (value.getKindCase()) {
            case BOOL_VALUE -> value.getBoolValue();
            case NUMBER_VALUE -> value.getNumberValue();
            case STRING_VALUE -> value.getStringValue();
            case LIST_VALUE ->
                value.getListValue().getValuesList().stream().map(Structs::json).toList();
            case STRUCT_VALUE -> json(value.getStructValue());
            case NULL_VALUE, KIND_NOT_SET -> "";
        };
    }
}
