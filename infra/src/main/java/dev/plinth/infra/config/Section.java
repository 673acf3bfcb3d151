package dev.plinth.infra.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A group of settings. Each read names a setting; what is wrong with it is reported, and the reading goes on. */
public final class Section {
    private final Configuration configuration;
    private final String path;
    private final JsonNode fields;
    private final boolean readable;
    private final Set<String> known = new TreeSet<>();
    private final Set<String> wrong = new TreeSet<>();

    /** A group that is no group at all counts as empty; its unreadable settings are not missed one by one. */
    Section(Configuration configuration, String path, JsonNode fields, boolean readable) {
        this.configuration = configuration;
        this.path = path;
        this.fields = fields;
        this.readable = readable;
        configuration.register(this);
    }

    /** The group of settings under a key; empty when it is absent. */
    public Section section(String key) {
        var value = take(key);
        boolean isReadable = value.isObject() || value.isMissingNode();
        if (!isReadable) {
            reportWrong(key, "a group of settings", "write each setting on a line of its own below it");
        }
        var group = value.isObject() ? value : JsonNodeFactory.instance.objectNode();
        return new Section(configuration, pathOf(key), group, isReadable);
    }

    /** Whether a setting is there, and nothing was wrong with it so far. */
    public boolean isSound(String key) {
        return fields.has(key) && !wrong.contains(key);
    }

    public boolean has(String key) {
        return fields.has(key);
    }

    /** A whole number within limits, both included. */
    public int integer(String key, int min, int max, int fallback) {
        var value = take(key);
        if (value.isMissingNode()) {
            return fallback;
        }
        if (value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= min && value.intValue() <= max) {
            return value.intValue();
        }
        reportWrong(key, "a whole number from %d to %d".formatted(min, max), set(key, String.valueOf(fallback)));
        return fallback;
    }

    public boolean flag(String key, boolean fallback) {
        var value = take(key);
        if (value.isMissingNode() || value.isBoolean()) {
            return value.asBoolean(fallback);
        }
        reportWrong(key, "true or false", set(key, String.valueOf(fallback)));
        return fallback;
    }

    /** A protection that is on; to turn it off, the stack must accept the risk with a reason. */
    public boolean safeguard(String key, String risk) {
        boolean on = flag(key, true);
        needsReason(key, !on, risk);
        return on;
    }

    /** Marks a setting whose unsafe values stand only with a reason in {@code plinth:accept}. */
    public void needsReason(String key, boolean unsafe, String risk) {
        var found = configuration.shown(pathOf(key), fields.path(key));
        configuration.acceptances().require(pathOf(key), unsafe, risk, found);
    }

    /** A text that must be there. After a problem the example stands in, so that the reading can go on. */
    public <T> T required(String key, Shape<T> shape) {
        if (take(key).isMissingNode() && readable) {
            reportWrong(key, shape.description(), set(key, shape.example()));
        }
        return value(key, shape, shape.parser().apply(shape.example()));
    }

    public <T> T value(String key, Shape<T> shape, T fallback) {
        var value = take(key);
        return value.isMissingNode() ? fallback : parse(key, value, shape).orElse(fallback);
    }

    public <T> Optional<T> optional(String key, Shape<T> shape) {
        var value = take(key);
        return value.isMissingNode() ? Optional.empty() : parse(key, value, shape);
    }

    /** One of an enum's constants, written in lower camel case. */
    public <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
        return value(key, Shape.oneOf(type, fallback), fallback);
    }

    /** A list of texts; required when {@code min} is above zero. */
    public <T> List<T> list(String key, Shape<T> shape, int min, int max) {
        var value = take(key);
        if (!readable) {
            return List.of();
        }
        if ((!value.isMissingNode() && !value.isArray()) || value.size() < min || value.size() > max) {
            reportWrong(
                    key,
                    "a list of %d to %d, each %s".formatted(min, max, shape.description()),
                    set(key + "[0]", shape.example()));
            return List.of();
        }
        var items = new ArrayList<T>();
        for (int index = 0; index < value.size(); index++) {
            parse("%s[%d]".formatted(key, index), value.get(index), shape).ifPresent(items::add);
        }
        return List.copyOf(items);
    }

    /** A free map from names to texts. */
    public Map<String, String> entries(String key, Shape<String> shape) {
        var value = take(key);
        if (!value.isObject() && !value.isMissingNode()) {
            reportWrong(
                    key, "names, each with " + shape.description(), "write each name on a line of its own below it");
            return Map.of();
        }
        var entries = new LinkedHashMap<String, String>();
        for (var entry : value.properties()) {
            var name = entry.getKey();
            entries.put(name, parse(key + "." + name, entry.getValue(), shape).orElse(shape.example()));
        }
        return Map.copyOf(entries);
    }

    /** Reports what only a look at several settings can tell. */
    public void report(String key, String expected, String cure) {
        reportWrong(key, expected, cure);
    }

    void reportUnknown() {
        fields.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                configuration.report(new Problem(
                        pathOf(name),
                        known.isEmpty() ? "no setting here" : "one of " + String.join(", ", known),
                        "a setting that does not exist",
                        Suggestion.nearest(name, known)
                                .map(near -> "did you mean %s?".formatted(near))
                                .orElse("remove it")));
            }
        });
    }

    private JsonNode take(String key) {
        known.add(key);
        return fields.path(key);
    }

    private <T> Optional<T> parse(String key, JsonNode value, Shape<T> shape) {
        try {
            if (value.isTextual()) {
                return Optional.of(shape.parser().apply(value.textValue()));
            }
        } catch (IllegalArgumentException e) {
            // Reported below, with what is expected instead.
        }
        reportWrong(key, value, shape.description(), set(key, shape.example()));
        return Optional.empty();
    }

    private void reportWrong(String key, String expected, String cure) {
        reportWrong(key, fields.path(key), expected, cure);
    }

    private void reportWrong(String key, JsonNode found, String expected, String cure) {
        wrong.add(key);
        configuration.report(new Problem(pathOf(key), expected, configuration.shown(pathOf(key), found), cure));
    }

    private String set(String key, String value) {
        return "pulumi config set %s'%s' %s".formatted(path.isEmpty() ? "" : "--path ", pathOf(key), value);
    }

    private String pathOf(String key) {
        return path.isEmpty() ? "plinth:" + key : path + "." + key;
    }
}
