package dev.plinth.policy.analyzer;

import com.google.protobuf.Struct;
import dev.plinth.policy.Signatures;
import dev.plinth.policy.Value;
import dev.plinth.policy.Value.AssetSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the values that the engine sends. */
final class Values {
    private Values() {}

    static Map<String, Value> of(Struct struct) {
        return struct.getFieldsMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> of(entry.getValue())));
    }

    private static Value of(com.google.protobuf.Value value) {
        return switch (value.getKindCase()) {
            case BOOL_VALUE -> new Value.Flag(value.getBoolValue());
            case NUMBER_VALUE -> new Value.Numeric(value.getNumberValue());
            case STRING_VALUE -> text(value.getStringValue());
            case LIST_VALUE ->
                new Value.Items(value.getListValue().getValuesList().stream()
                        .map(Values::of)
                        .toList());
            case STRUCT_VALUE -> object(value.getStructValue());
            case NULL_VALUE, KIND_NOT_SET -> new Value.Nil();
        };
    }

    private static Value text(String text) {
        return Signatures.UNKNOWN.contains(text) ? new Value.Unknown() : new Value.Text(text);
    }

    private static Value object(Struct struct) {
        return switch (string(struct, Signatures.KEY)) {
            case Signatures.SECRET -> new Value.Secret(of(field(struct, "value")));
            case Signatures.OUTPUT -> output(struct);
            case Signatures.REFERENCE -> new Value.Reference(string(struct, "urn"), string(struct, "id"));
            case Signatures.ASSET -> new Value.Asset(source(struct));
            case Signatures.ARCHIVE ->
                new Value.Archive(source(struct), of(field(struct, "assets").getStructValue()));
            // Also what a later engine may sign: its fields can still be read.
            default -> new Value.Fields(of(struct));
        };
    }

    private static Value output(Struct struct) {
        Value value = struct.containsFields("value") ? of(field(struct, "value")) : new Value.Unknown();
        Set<String> sources = field(struct, "dependencies").getListValue().getValuesList().stream()
                .map(com.google.protobuf.Value::getStringValue)
                .collect(Collectors.toSet());
        Value output = sources.isEmpty() ? value : new Value.Output(value, sources);
        return field(struct, "secret").getBoolValue() ? new Value.Secret(output) : output;
    }

    private static AssetSource source(Struct struct) {
        Optional<String> kind =
                Stream.of("text", "path", "uri").filter(struct::containsFields).findFirst();
        return new AssetSource(
                kind.orElse(""), kind.map(name -> string(struct, name)).orElse(""), string(struct, "hash"));
    }

    private static String string(Struct struct, String name) {
        return field(struct, name).getStringValue();
    }

    private static com.google.protobuf.Value field(Struct struct, String name) {
        return struct.getFieldsOrDefault(name, com.google.protobuf.Value.getDefaultInstance());
    }
}
