package dev.plinth.app.metrics;

import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Tag;
import java.util.List;

/** Where a metric belongs: what people filter by. */
public record Classification(
        DomainId domain, Tier tier, MetricType metricType, CalculationType calculationType, List<Tag> tags) {
    private static final int TAGS_MAX = 20;

    public Classification {
        tags = List.copyOf(tags);
        if (tags.size() > TAGS_MAX) {
            throw new InvalidValueException("must have at most %d tags".formatted(TAGS_MAX));
        }
        if (tags.stream().distinct().count() < tags.size()) {
            throw new InvalidValueException("must not repeat a tag");
        }
    }
}
