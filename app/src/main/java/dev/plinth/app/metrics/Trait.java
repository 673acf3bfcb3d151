package dev.plinth.app.metrics;

import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.Names;
import dev.plinth.app.values.Tag;

/** What metrics are filtered by; its values are as they stand in JSON. */
public enum Trait {
    DOMAIN,
    /** The domain or any of those above it. */
    DOMAIN_TREE,
    TIER,
    METRIC_TYPE,
    CALC_TYPE,
    /** All of its values are wanted, where one is enough of every other trait. */
    TAG,
    TAG_ANY,
    STATUS,
    UNIT,
    GRAIN,
    OWNER,
    SOURCE_SYSTEM;

    /** The value; throws {@link InvalidValueException} when no metric can have it. */
    public String check(String value) {
        return switch (this) {
            case DOMAIN, DOMAIN_TREE -> new DomainId(value).value();
            case TIER -> tier(value);
            case METRIC_TYPE -> name(MetricType.class, value);
            case CALC_TYPE -> name(CalculationType.class, value);
            case TAG, TAG_ANY -> new Tag(value).value();
            case STATUS -> name(MetricStatus.class, value);
            case UNIT, OWNER, SOURCE_SYSTEM -> new Label(value).value();
            case GRAIN -> name(Grain.class, value);
        };
    }

    private static String tier(String text) {
        if (!text.matches("[1-3]")) {
            throw new InvalidValueException("must be 1, 2 or 3");
        }
        return text;
    }

    private static <E extends Enum<E>> String name(Class<E> type, String text) {
        return Names.of(Names.constant(type, text));
    }
}
