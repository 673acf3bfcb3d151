package dev.plinth.app.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.consumers.Consumer.Origin;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ConsumerTest {
    private static final Instant SEEN = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void whoRegisteredIsActiveUntilRemoved() {
        assertThat(consumer(Origin.REGISTERED).isActive(SEEN.plus(Consumer.ACTIVE_MAX.multipliedBy(50))))
                .isTrue();
    }

    @Test
    void whoWasSeenIsActiveFor30Days() {
        assertThat(consumer(Origin.OBSERVED)
                        .isActive(SEEN.plus(Consumer.ACTIVE_MAX).minusSeconds(1)))
                .isTrue();
        assertThat(consumer(Origin.OBSERVED).isActive(SEEN.plus(Consumer.ACTIVE_MAX)))
                .isFalse();
    }

    private static Consumer consumer(Origin origin) {
        var name = new ConsumerName(ConsumerKind.SERVICE, new Label("Pricing"));
        return new Consumer(
                new UUID(1, 2),
                new MetricId("a.metric"),
                new Usage(name, Optional.empty(), Optional.empty()),
                origin,
                "somebody",
                new Consumer.Seen(SEEN.minusSeconds(100), SEEN));
    }
}
