package dev.plinth.policy.analyzer;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Patch.Edit;
import dev.plinth.policy.Patch.Inside;
import dev.plinth.policy.Patch.InsideEach;
import dev.plinth.policy.Patch.Put;
import dev.plinth.policy.Patch.Remove;
import dev.plinth.policy.Signatures;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes what the engine has sent where it is, so that everything that the kit does not understand goes back as it came:
 * the engine takes the answer for all inputs of the resource.
 */
final class StructPatch {
    private StructPatch() {}

    static Struct apply(Patch patch, Struct inputs) {
        Struct.Builder changed = inputs.toBuilder();
        for (Edit edit : patch.edits()) {
            String name = edit.name();
            Value old = changed.getFieldsOrDefault(name, Structs.NULL);
            switch (edit) {
                case Put(String same, dev.plinth.policy.Value value) -> changed.putFields(name, replaced(old, value));
                case Remove(String same) -> changed.removeFields(name);
                case Inside(String same, Patch inner) -> changed.putFields(name, inside(inner, old));
                case InsideEach(String same, List<Patch> patches) -> {
                    if (changed.containsFields(name)) {
                        changed.putFields(name, each(patches, old));
                    }
                }
            }
        }
        return changed.build();
    }

    private static Value inside(Patch patch, Value old) {
        return isWrapped(old)
                ? wrapped(old, inside(patch, content(old)))
                : Structs.object(apply(patch, old.getStructValue()));
    }

    private static Value each(List<Patch> patches, Value old) {
        if (isWrapped(old)) {
            return wrapped(old, each(patches, content(old)));
        }
        var items = new ArrayList<>(old.getListValue().getValuesList());
        for (int index = 0; index < Math.min(items.size(), patches.size()); index++) {
            Patch patch = patches.get(index);
            if (!patch.isEmpty()) {
                items.set(index, inside(patch, items.get(index)));
            }
        }
        return Structs.list(items);
    }

    /** What was secret stays secret. */
    private static Value replaced(Value old, dev.plinth.policy.Value value) {
        Value plain = Encoding.of(value);
        return isSecret(old) && !value.isSecret() ? Encoding.signed(Signatures.SECRET, plain) : plain;
    }

    private static boolean isSecret(Value value) {
        return isWrapped(value)
                && (isSigned(value, Signatures.SECRET)
                        || value.getStructValue()
                                .getFieldsOrDefault("secret", Structs.NULL)
                                .getBoolValue()
                        || isSecret(content(value)));
    }

    private static boolean isWrapped(Value value) {
        return isSigned(value, Signatures.SECRET) || isSigned(value, Signatures.OUTPUT);
    }

    private static boolean isSigned(Value value, String signature) {
        return value.getStructValue()
                .getFieldsOrDefault(Signatures.KEY, Structs.NULL)
                .getStringValue()
                .equals(signature);
    }

    private static Value content(Value wrapped) {
        return wrapped.getStructValue().getFieldsOrDefault("value", Structs.NULL);
    }

    private static Value wrapped(Value old, Value content) {
        return Structs.object(
                old.getStructValue().toBuilder().putFields("value", content).build());
    }
}
