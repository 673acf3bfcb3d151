package dev.plinth.sandbox.value;

import dev.plinth.sandbox.value.Value.Fields;
import dev.plinth.sandbox.value.Value.Items;
import dev.plinth.sandbox.value.Value.Numeric;
import dev.plinth.sandbox.value.Value.Text;
import dev.plinth.sandbox.value.Value.Truth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Typed reading of checked properties; what is absent, unknown or of another type is empty. */
public record Properties(Fields fields) {
    /** Reads through secret and output wrappers. */
    public Properties {
        fields = (Fields) fields.bare();
    }

    /** The string of that name. */
    public Optional<String> text(String name) {
        return fields.find(name).filter(Text.class::isInstance).map(value -> ((Text) value).value());
    }

    /** The whole number of that name. */
    public Optional<Integer> whole(String name) {
        return fields.find(name).filter(Numeric.class::isInstance).map(value -> (int) ((Numeric) value).value());
    }

    /** Whether the truth of that name is there and true. */
    public boolean truth(String name) {
        return fields.find(name).filter(new Truth(true)::equals).isPresent();
    }

    /** The strings of the list of that name. */
    public List<String> texts(String name) {
        return items(name).stream()
                .filter(Text.class::isInstance)
                .map(value -> ((Text) value).value())
                .toList();
    }

    /** The whole numbers of the list of that name. */
    public List<Integer> wholes(String name) {
        return items(name).stream()
                .filter(Numeric.class::isInstance)
                .map(value -> (int) ((Numeric) value).value())
                .toList();
    }

    /** The items of the list of that name. */
    public List<Value> items(String name) {
        return fields.find(name)
                .filter(Items.class::isInstance)
                .map(value -> ((Items) value).items())
                .orElse(List.of());
    }

    /** The maps of the list of that name. */
    public List<Properties> each(String name) {
        return items(name).stream()
                .filter(Fields.class::isInstance)
                .map(value -> new Properties((Fields) value))
                .toList();
    }

    /** The map of that name, empty when it is absent. */
    public Properties in(String name) {
        return new Properties(fields.find(name)
                .filter(Fields.class::isInstance)
                .map(Fields.class::cast)
                .orElse(Fields.EMPTY));
    }

    /** Whether something of that name is there. */
    public boolean has(String name) {
        return fields.find(name).isPresent();
    }

    /** The strings of the map of that name. */
    public Map<String, String> textMap(String name) {
        var texts = new LinkedHashMap<String, String>();
        in(name).fields().entries().forEach((key, value) -> {
            if (value instanceof Text text) {
                texts.put(key, text.value());
            }
        });
        return texts;
    }
}
