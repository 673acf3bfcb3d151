package dev.plinth.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A flag, a number, a text, a day or an enumeration's constant. */
record ConfigScalar(
        Map<String, Object> schema,
        String wanted,
        Function<Object, Optional<Object>> reader,
        Function<Object, Object> writer)
        implements ConfigType {
    /** Beyond it, JSON's numbers leave gaps. */
    private static final double WHOLE_MAX = 1L << 53;

    static ConfigScalar flag() {
        return new ConfigScalar(
                Map.of("type", "boolean"),
                "true or false",
                json -> json instanceof Boolean ? Optional.of(json) : Optional.empty(),
                Function.identity());
    }

    static ConfigScalar text() {
        return new ConfigScalar(
                Map.of("type", "string"),
                "a text",
                json -> json instanceof String ? Optional.of(json) : Optional.empty(),
                Function.identity());
    }

    static ConfigScalar day() {
        return new ConfigScalar(
                Map.of("type", "string", "format", "date"),
                "a date such as 2027-01-31",
                ConfigScalar::day,
                Object::toString);
    }

    /** One of an enumeration's constants, written in small letters with hyphens. */
    static ConfigScalar choice(Class<?> enumeration) {
        List<?> constants = Arrays.asList(enumeration.getEnumConstants());
        List<String> names = constants.stream().map(ConfigScalar::name).toList();
        return new ConfigScalar(
                Map.of("type", "string", "enum", names),
                "one of " + String.join(", ", names),
                json -> names.contains(json) ? Optional.of(constants.get(names.indexOf(json))) : Optional.empty(),
                ConfigScalar::name);
    }

    /** A whole number; JSON knows none, so 7.0 is one and 7.5 is not. */
    static ConfigScalar whole(Class<?> type, double min, double max) {
        double from = Math.max(min, type == int.class ? Integer.MIN_VALUE : -WHOLE_MAX);
        double to = Math.min(max, type == int.class ? Integer.MAX_VALUE : WHOLE_MAX);
        return new ConfigScalar(
                schema("integer", min, max),
                "a whole number" + range(min, max),
                json -> json instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())
                        ? within(number, from, to)
                                .map(fit -> type == int.class ? (Object) fit.intValue() : (Object) fit.longValue())
                        : Optional.empty(),
                Function.identity());
    }

    static ConfigScalar number(double min, double max) {
        return new ConfigScalar(
                schema("number", min, max),
                "a number" + range(min, max),
                json -> json instanceof Number number
                        ? within(number, min, max).map(fit -> (Object) fit)
                        : Optional.empty(),
                Function.identity());
    }

    @Override
    public @Nullable Object read(String path, @Nullable Object json, List<String> mistakes) {
        Optional<Object> value = json == null ? Optional.empty() : reader.apply(json);
        return value.isPresent() ? value.get() : ConfigType.misfit(path, wanted, json, mistakes);
    }

    @Override
    public Object json(Object value) {
        return writer.apply(value);
    }

    /** A number as people write it. */
    static Object plain(double number) {
        return number == Math.rint(number) ? (Object) (long) number : (Object) number;
    }

    private static Optional<Object> day(Object json) {
        try {
            return json instanceof String text ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException misspelled) {
            return Optional.empty();
        }
    }

    private static String name(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Double> within(Number number, double min, double max) {
        double value = number.doubleValue();
        return value >= min && value <= max ? Optional.of(value) : Optional.empty();
    }

    private static Map<String, Object> schema(String type, double min, double max) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", type);
        if (Double.isFinite(min)) {
            schema.put("minimum", plain(min));
        }
        if (Double.isFinite(max)) {
            schema.put("maximum", plain(max));
        }
        return schema;
    }

    private static String range(double min, double max) {
        if (Double.isFinite(min) && Double.isFinite(max)) {
            return " from %s to %s".formatted(plain(min), plain(max));
        }
        return Double.isFinite(min)
                ? " of at least " + plain(min)
                : Double.isFinite(max) ? " of at most " + plain(max) : "";
    }
}
