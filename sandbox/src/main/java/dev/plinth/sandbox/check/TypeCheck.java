package dev.plinth.sandbox.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.sandbox.schema.Declarations;
import dev.plinth.sandbox.schema.Property;
import dev.plinth.sandbox.schema.Type;
import dev.plinth.sandbox.value.JsonCodec;
import dev.plinth.sandbox.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares values with declared types, at every depth, and collects all faults. */
final class TypeCheck {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final List<Failure> failures = new ArrayList<>();

    List<Failure> failures() {
        return List.copyOf(failures);
    }

    /** Checks the fields of an object that the SDK calls by that name. */
    void fields(String path, Value.Fields fields, Map<String, Property> declared, String owner) {
        fields.entries().forEach((name, value) -> {
            var property = declared.get(name);
            if (property != null) {
                declaredValue(join(path, name), property, value);
            } else if (!name.startsWith("__")) {
                unknownName(join(path, name), name, declared, owner);
            }
        });
        declared.values().stream()
                .filter(property ->
                        property.required() && fields.find(property.name()).isEmpty())
                .map(Property::name)
                .sorted()
                .forEach(name -> fail(join(path, name), "missing, but %s requires it".formatted(owner)));
    }

    private void declaredValue(String path, Property property, Value value) {
        if (property.json() && value.bare() instanceof Value.Text text && !(property.type() instanceof Type.Text)) {
            encoded(path, property.type(), text);
        } else {
            value(path, property.type(), value);
        }
    }

    /** A provider's options travel as JSON texts. */
    private void encoded(String path, Type type, Value.Text text) {
        try {
            value(path, type, JsonCodec.decode(JSON.readTree(text.value())));
        } catch (JsonProcessingException e) {
            fail(path, "expected %s as JSON, found %s".formatted(type.described(), Found.described(text)));
        }
    }

    private void unknownName(String path, String name, Map<String, Property> declared, String owner) {
        var meant = Suggestion.forName(name, declared.keySet())
                .map("; did you mean %s?"::formatted)
                .orElse("; remove it");
        fail(path, "the SDK has no such input of " + owner + meant);
    }

    private void value(String path, Type type, Value value) {
        switch (value) {
            case Value.Null ignored -> {}
            case Value.Unknown ignored -> {}
            case Value.Reference ignored -> {}
            case Value.Secret secret -> secret(path, type, secret);
            case Value.Output output -> value(path, type, output.value());
            case Value.Truth ignored -> known(path, type, value);
            case Value.Numeric ignored -> known(path, type, value);
            case Value.Text ignored -> known(path, type, value);
            case Value.Items ignored -> known(path, type, value);
            case Value.Fields ignored -> known(path, type, value);
            case Value.Asset ignored -> known(path, type, value);
            case Value.Archive ignored -> known(path, type, value);
        }
    }

    /** A secret of the wrong type is told without its value. */
    private void secret(String path, Type type, Value.Secret secret) {
        var inner = new TypeCheck();
        inner.value(path, type, secret.value());
        boolean leaf =
                inner.failures.stream().anyMatch(failure -> failure.path().equals(path));
        if (leaf) {
            mismatch(path, type, secret);
        } else {
            failures.addAll(inner.failures);
        }
    }

    private void known(String path, Type type, Value value) {
        switch (type) {
            case Type.Any ignored -> {}
            case Type.Text ignored -> require(path, type, value, value instanceof Value.Text);
            case Type.Truth ignored -> require(path, type, value, value instanceof Value.Truth);
            case Type.Decimal ignored -> require(path, type, value, value instanceof Value.Numeric);
            case Type.Whole ignored -> require(path, type, value, whole(value));
            case Type.Enumeration enumeration -> require(path, type, value, oneOf(enumeration, value));
            case Type.AssetOrArchive ignored ->
                require(path, type, value, value instanceof Value.Asset || value instanceof Value.Archive);
            case Type.Either either -> either(path, either, value);
            case Type.Items items -> items(path, items, value);
            case Type.Dictionary dictionary -> dictionary(path, dictionary, value);
            case Type.Structure structure -> structure(path, structure, value);
        }
    }

    private void either(String path, Type.Either either, Value value) {
        var left = new TypeCheck();
        left.value(path, either.left(), value);
        var right = new TypeCheck();
        right.value(path, either.right(), value);
        if (!left.failures.isEmpty() && !right.failures.isEmpty()) {
            mismatch(path, either, value);
        }
    }

    private void items(String path, Type.Items type, Value value) {
        if (!(value instanceof Value.Items items)) {
            mismatch(path, type, value);
            return;
        }
        for (int index = 0; index < items.items().size(); index++) {
            value(path + "[" + index + "]", type.element(), items.items().get(index));
        }
    }

    private void dictionary(String path, Type.Dictionary type, Value value) {
        if (value instanceof Value.Fields fields) {
            fields.entries().forEach((name, entry) -> value(join(path, name), type.element(), entry));
        } else {
            mismatch(path, type, value);
        }
    }

    private void structure(String path, Type.Structure type, Value value) {
        if (value instanceof Value.Fields fields) {
            var declaration = type.declaration();
            fields(path, fields, Declarations.of(declaration), declaration.getSimpleName());
        } else {
            mismatch(path, type, value);
        }
    }

    private void require(String path, Type type, Value value, boolean holds) {
        if (!holds) {
            mismatch(path, type, value);
        }
    }

    private void mismatch(String path, Type type, Value value) {
        fail(path, "expected %s, found %s".formatted(type.described(), Found.described(value)));
    }

    private void fail(String path, String problem) {
        failures.add(new Failure(path, problem));
    }

    private static boolean whole(Value value) {
        return value instanceof Value.Numeric number && number.value() == Math.rint(number.value());
    }

    private static boolean oneOf(Type.Enumeration enumeration, Value value) {
        return enumeration.values().stream().anyMatch(allowed -> switch (value) {
            case Value.Text text -> allowed.equals(text.value());
            case Value.Numeric number -> allowed instanceof Number one && one.doubleValue() == number.value();
            default -> false;
        });
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
