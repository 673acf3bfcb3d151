package dev.plinth.app.webhooks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** How deliveries go, for dashboards and alerts. */
public final class DeliveryMeters {
    private final Counter delivered;
    private final Counter failed;
    private final Counter disabled;
    private final AtomicReference<Optional<Instant>> oldestDue = new AtomicReference<>(Optional.empty());

    public DeliveryMeters(MeterRegistry registry, Clock clock) {
        delivered = counter(registry, "delivered");
        failed = counter(registry, "failed");
        disabled = counter(registry, "disabled");
        Gauge.builder("mdl.webhook.oldest.due", oldestDue, oldest -> age(oldest.get(), clock))
                .description("Age of the message that has been due for longest")
                .baseUnit("seconds")
                .register(registry);
    }

    void oldestDue(Optional<Instant> since) {
        oldestDue.set(since);
    }

    void count(Outcome outcome) {
        Counter counter = switch (outcome) {
            case Outcome.Delivered sent -> delivered;
            case Outcome.Again again -> failed;
            case Outcome.Disabled off -> disabled;
        };
        counter.increment();
    }

    private static double age(Optional<Instant> since, Clock clock) {
        return since.map(due -> Duration.between(due, clock.instant()).toMillis() / 1_000.0)
                .orElse(0.0);
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("mdl.webhook.deliveries")
                .description("Attempts to deliver a message to a webhook")
                .tag("outcome", outcome)
                .register(registry);
    }
}
