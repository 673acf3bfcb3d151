package dev.plinth.sandbox.value;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import dev.plinth.sandbox.value.Value.Archive;
import dev.plinth.sandbox.value.Value.Asset;
import dev.plinth.sandbox.value.Value.Fields;
import dev.plinth.sandbox.value.Value.Items;
import dev.plinth.sandbox.value.Value.Null;
import dev.plinth.sandbox.value.Value.Numeric;
import dev.plinth.sandbox.value.Value.Output;
import dev.plinth.sandbox.value.Value.Reference;
import dev.plinth.sandbox.value.Value.Secret;
import dev.plinth.sandbox.value.Value.Text;
import dev.plinth.sandbox.value.Value.Truth;
import dev.plinth.sandbox.value.Value.Unknown;
import java.util.TreeMap;

/** Property values from and to the protocol's structures, without loss. */
public final class StructCodec {
    private StructCodec() {}

    /** The fields of a structure. */
    public static Fields fields(Struct struct) {
        var entries = new TreeMap<String, Value>();
        struct.getFieldsMap().forEach((name, value) -> entries.put(name, decode(value)));
        return new Fields(entries);
    }

    /** The structure of some fields. */
    public static Struct struct(Fields fields) {
        var struct = Struct.newBuilder();
        fields.entries().forEach((name, value) -> struct.putFields(name, encode(value)));
        return struct.build();
    }

    /** One value of a structure. */
    public static Value decode(com.google.protobuf.Value value) {
        return switch (value.getKindCase()) {
            case NULL_VALUE, KIND_NOT_SET -> new Null();
            case BOOL_VALUE -> new Truth(value.getBoolValue());
            case NUMBER_VALUE -> new Numeric(value.getNumberValue());
            case STRING_VALUE -> Signatures.text(value.getStringValue());
            case LIST_VALUE ->
                new Items(value.getListValue().getValuesList().stream()
                        .map(StructCodec::decode)
                        .toList());
            case STRUCT_VALUE -> Signatures.seal(fields(value.getStructValue()).entries());
        };
    }

    /** One value as a structure holds it. */
    public static com.google.protobuf.Value encode(Value value) {
        var proto = com.google.protobuf.Value.newBuilder();
        return switch (value) {
            case Null ignored -> proto.setNullValue(NullValue.NULL_VALUE).build();
            case Truth truth -> proto.setBoolValue(truth.value()).build();
            case Numeric number -> proto.setNumberValue(number.value()).build();
            case Text text -> proto.setStringValue(text.value()).build();
            case Unknown unknown -> proto.setStringValue(unknown.sentinel()).build();
            case Items items -> proto.setListValue(list(items)).build();
            case Fields fields -> proto.setStructValue(struct(fields)).build();
            case Secret secret -> encode(Signatures.open(secret));
            case Asset asset -> encode(Signatures.open(asset));
            case Archive archive -> encode(Signatures.open(archive));
            case Output output -> encode(Signatures.open(output));
            case Reference reference -> encode(Signatures.open(reference));
        };
    }

    private static ListValue list(Items items) {
        var list = ListValue.newBuilder();
        items.items().forEach(item -> list.addValues(encode(item)));
        return list.build();
    }
}
