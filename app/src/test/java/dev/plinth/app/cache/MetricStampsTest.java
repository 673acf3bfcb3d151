package dev.plinth.app.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.changes.RecordedChange;
import dev.plinth.app.metrics.MetricStore.Extent;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.MetricId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MetricStampsTest {
    private static final MetricId ID = new MetricId("finance.margin");
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private final MapMemory memory = new MapMemory();
    private final ReadThrough cache =
            new ReadThrough(memory, new SimpleMeterRegistry(), Clock.fixed(NOW, ZoneOffset.UTC));
    private final MetricStamps stamps = new MetricStamps(cache);

    @ParameterizedTest
    @CsvSource({
        "METRIC_UPDATED, true, true, false",
        "METRIC_CREATED, true, true, false",
        "METRIC_RESTORED, true, true, false",
        "METRIC_PUBLISHED, true, true, true",
        "METRIC_DELETED, true, true, true",
        "DOMAIN_UPDATED, false, true, true",
        "USER_CREATED, false, false, false"
    })
    void aChangeOutdatesWhatItIsSeenIn(ChangeType type, boolean one, boolean drafts, boolean published) {
        stamps.changed(change(type));

        assertThat(isRenewed(MetricStamps.one(ID))).isEqualTo(one);
        assertThat(isRenewed(MetricStamps.many(View.DRAFT))).isEqualTo(drafts);
        assertThat(isRenewed(MetricStamps.many(View.CURRENT))).isEqualTo(drafts);
        assertThat(isRenewed(MetricStamps.many(View.PUBLISHED))).isEqualTo(published);
    }

    @Test
    void whatWasForgottenAtOnceIsNotForgottenAgain() {
        stamps.forget(ID, Extent.DRAFT);
        memory.lose(CacheKey.stampKey(MetricStamps.many(View.DRAFT)));

        stamps.changed(change(ChangeType.METRIC_UPDATED));

        assertThat(isRenewed(MetricStamps.many(View.DRAFT))).isFalse();
    }

    @Test
    void withoutTheMemoryItWantsToBeToldAgain() {
        memory.set(false);

        assertThatThrownBy(() -> stamps.changed(change(ChangeType.METRIC_PUBLISHED)))
                .isInstanceOf(IllegalStateException.class);
    }

    private boolean isRenewed(String stamp) {
        return cache.isRenewedSince(stamp, NOW.minus(Duration.ofSeconds(1)));
    }

    private static RecordedChange change(ChangeType type) {
        return new RecordedChange(1, NOW, type, ID.value());
    }
}
