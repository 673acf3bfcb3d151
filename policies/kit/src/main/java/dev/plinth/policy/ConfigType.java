package dev.plinth.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a name in a rule's configuration can be set to: how the engine is told of it, and how JSON becomes Java. */
sealed interface ConfigType permits ConfigFields, ConfigScalar, ConfigType.Items {
    /** The JSON schema. */
    Map<String, Object> schema();

    /** The Java value of the JSON; nothing, and a mistake that names the path, if it does not fit. */
    @Nullable
    Object read(String path, @Nullable Object json, List<String> mistakes);

    /** The JSON of the Java value. */
    Object json(Object value);

    /** A list of values that are all of one type. */
    record Items(ConfigType element) implements ConfigType {
        @Override
        public Map<String, Object> schema() {
            return Map.of("type", "array", "items", element.schema());
        }

        @Override
        public @Nullable Object read(String path, @Nullable Object json, List<String> mistakes) {
            if (!(json instanceof List<?> items)) {
                return misfit(path, "a list", json, mistakes);
            }
            var values = new ArrayList<Object>();
            for (int index = 0; index < items.size(); index++) {
                Object value = element.read("%s[%d]".formatted(path, index), items.get(index), mistakes);
                if (value != null) {
                    values.add(value);
                }
            }
            return values.size() == items.size() ? values : null;
        }

        @Override
        public Object json(Object value) {
            return ((List<?>) value).stream().map(element::json).toList();
        }
    }

    /** Tells of a value that does not fit. */
    static @Nullable Object misfit(String path, String wanted, @Nullable Object json, List<String> mistakes) {
        mistakes.add("%s needs %s, is %s".formatted(path, wanted, told(json)));
        return null;
    }

    private static String told(@Nullable Object json) {
        return switch (json) {
            case null -> "null";
            case String text -> "'%s'".formatted(text);
            case Number number -> String.valueOf(ConfigScalar.plain(number.doubleValue()));
            case Boolean flag -> flag.toString();
            case List<?> list -> "a list";
            default -> "an object";
        };
    }
}
