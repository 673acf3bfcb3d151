package dev.plinth.app.metrics;

import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.Names;
import dev.plinth.app.values.Tag;
import java.util.function.Function;

/** What metrics are filtered by; its values are as they stand in JSON. */
public enum Trait {
    DOMAIN(text -> new DomainId(text).value()),
    /** The domain or any of those above it. */
    DOMAIN_TREE(text -> new DomainId(text).value()),
    TIER(Trait::tier),
    METRIC_TYPE(text -> name(MetricType.class, text)),
    CALC_TYPE(text -> name(CalculationType.class, text)),
    /** All of its values are wanted, where one is enough of every other trait. */
    TAG(text -> new Tag(text).value()),
    TAG_ANY(text -> new Tag(text).value()),
    STATUS(text -> name(MetricStatus.class, text)),
    UNIT(text -> new Label(text).value()),
    GRAIN(text -> name(Grain.class, text)),
    OWNER(text -> new Label(text).value()),
    SOURCE_SYSTEM(text -> new Label(text).value());

    private final Function<String, String> check;

    Trait(Function<String, String> check) {
        this.check = check;
    }

    /** The value; throws {@link InvalidValueException} when no metric can have it. */
    public String check(String value) {
        return check.apply(value);
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
