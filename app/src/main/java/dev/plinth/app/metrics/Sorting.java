package dev.plinth.app.metrics;

import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Text;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** How a list is sorted: by the first key, then by the next; the id comes last, so that the order is always complete. */
public record Sorting(List<SortKey> keys) {
    public static final Sorting BY_ID = new Sorting(List.of());

    private static final Text TEXT = new Text(120);

    public Sorting {
        var complete = new ArrayList<>(keys);
        if (complete.stream().noneMatch(key -> key.field() == SortField.METRIC_ID)) {
            complete.add(new SortKey(SortField.METRIC_ID, false));
        }
        if (complete.stream().map(SortKey::field).distinct().count() < complete.size()) {
            throw new InvalidValueException("must name each field once");
        }
        keys = List.copyOf(complete);
    }

    /** What the metric is sorted by, as texts of the same order and number as the keys. */
    public List<String> keyOf(Metric metric) {
        return keys.stream().map(key -> value(metric, key.field())).toList();
    }

    /** The values of such a key; throws {@link InvalidValueException} when they are none. */
    public List<Object> valuesOf(List<String> key) {
        if (key.size() != keys.size()) {
            throw new InvalidValueException("must be a cursor of a list sorted like this");
        }
        var values = new ArrayList<Object>();
        for (int index = 0; index < key.size(); index++) {
            values.add(value(keys.get(index).field(), key.get(index)));
        }
        return List.copyOf(values);
    }

    private static String value(Metric metric, SortField field) {
        return switch (field) {
            case METRIC_ID -> metric.id().value();
            case NAME -> metric.content().name().value();
            case DOMAIN -> metric.domain().value();
            case TIER ->
                Integer.toString(metric.content().classification().tier().value());
            case CREATED_AT -> metric.createdAt().toString();
            case UPDATED_AT -> metric.edition().updatedAt().toString();
        };
    }

    private static Object value(SortField field, String text) {
        try {
            return switch (field) {
                case METRIC_ID, NAME, DOMAIN -> {
                    TEXT.check(text);
                    yield text;
                }
                case TIER -> Integer.valueOf(text);
                case CREATED_AT, UPDATED_AT -> Instant.parse(text);
            };
        } catch (NumberFormatException | DateTimeParseException forged) {
            throw new InvalidValueException("must be a cursor of a list sorted like this");
        }
    }
}
