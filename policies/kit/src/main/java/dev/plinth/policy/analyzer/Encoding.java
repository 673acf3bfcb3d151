package dev.plinth.policy.analyzer;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.plinth.policy.Signatures;
import dev.plinth.policy.Value.Archive;
import dev.plinth.policy.Value.Asset;
import dev.plinth.policy.Value.AssetSource;
import dev.plinth.policy.Value.Fields;
import dev.plinth.policy.Value.Flag;
import dev.plinth.policy.Value.Items;
import dev.plinth.policy.Value.Nil;
import dev.plinth.policy.Value.Numeric;
import dev.plinth.policy.Value.Output;
import dev.plinth.policy.Value.Reference;
import dev.plinth.policy.Value.Secret;
import dev.plinth.policy.Value.Text;
import dev.plinth.policy.Value.Unknown;
import java.util.Map;

/** Writes the values that a rule puts into a resource. */
final class Encoding {
    private Encoding() {}

    static Value of(dev.plinth.policy.Value value) {
        return switch (value) {
            case Nil() -> Structs.NULL;
            case Flag(boolean flag) -> Value.newBuilder().setBoolValue(flag).build();
            case Numeric(double number) ->
                Value.newBuilder().setNumberValue(number).build();
            case Text(String text) -> Structs.text(text);
            case Items(var items) ->
                Structs.list(items.stream().map(Encoding::of).toList());
            case Fields(var fields) -> Structs.object(struct(fields));
            case Unknown() -> Structs.text(Signatures.UNKNOWN_TEXT);
            case Secret(var inner) -> signed(Signatures.SECRET, of(inner));
            // The engine reads neither of these two in an answer.
            case Output(var inner, var sources) -> of(inner);
            case Reference(String urn, String id) -> Structs.text(id.isEmpty() ? urn : id);
            case Asset(AssetSource source) ->
                Structs.object(source(Signatures.ASSET, source).build());
            case Archive(AssetSource source, var entries) ->
                Structs.object(source(Signatures.ARCHIVE, source)
                        .putFields("assets", Structs.object(struct(entries)))
                        .build());
        };
    }

    static Value signed(String signature, Value value) {
        return Structs.object(Struct.newBuilder()
                .putFields(Signatures.KEY, Structs.text(signature))
                .putFields("value", value)
                .build());
    }

    private static Struct struct(Map<String, dev.plinth.policy.Value> fields) {
        var struct = Struct.newBuilder();
        fields.forEach((name, field) -> struct.putFields(name, of(field)));
        return struct.build();
    }

    private static Struct.Builder source(String signature, AssetSource source) {
        var struct = Struct.newBuilder().putFields(Signatures.KEY, Structs.text(signature));
        if (!source.kind().isEmpty()) {
            struct.putFields(source.kind(), Structs.text(source.content()));
        }
        if (!source.hash().isEmpty()) {
            struct.putFields("hash", Structs.text(source.hash()));
        }
        return struct;
    }
}
