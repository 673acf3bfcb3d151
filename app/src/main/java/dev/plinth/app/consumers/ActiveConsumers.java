package dev.plinth.app.consumers;

import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricUse;
import java.time.Clock;
import java.util.List;

/** The consumers that stand against the deletion of a metric. */
public final class ActiveConsumers implements MetricUse {
    // More names help nobody who wants to delete the metric.
    private static final int COUNT_MAX = 100;

    private final ConsumerStore store;
    private final Clock clock;

    public ActiveConsumers(ConsumerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<String> activeConsumers(Metric metric) {
        return store.of(List.of(metric.uid()), COUNT_MAX).stream()
                .filter(consumer -> consumer.isActive(clock.instant()))
                .map(consumer -> consumer.usage().consumer().toString())
                .toList();
    }
}
