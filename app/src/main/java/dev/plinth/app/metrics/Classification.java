package dev.plinth.app.metrics;

import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Tag;
import java.util.List;

/** Where a metric belongs: what people filter by. */
public record Classification(
        DomainId domain, Tier tier, MetricType metricType, CalculationType calculationType, List<Tag> tags) {
    private static final Limits TAGS = new Limits("tags", 20);

    public Classification {
        tags = TAGS.check(tags);
    }
}
