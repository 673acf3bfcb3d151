package dev.plinth.app.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.support.DirectTransactions;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SightingsTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private final List<Change> changes = new ArrayList<>();

    @Test
    void keepsTogetherWhatWasSeenOftenJustOnce() {
        var store = new FakeSightings(List.of());
        Sightings sightings = sightings(store);
        sightings.note(sighting("a.metric", "One"));
        sightings.note(sighting("a.metric", "One"));
        sightings.note(sighting("a.metric", "Two"));

        sightings.keep();
        sightings.keep();

        assertThat(store.batches()).hasSize(1);
        assertThat(store.batches().getFirst())
                .containsExactlyInAnyOrder(sighting("a.metric", "One"), sighting("a.metric", "Two"));
    }

    @Test
    void gathersNoMoreThanItMay() {
        var store = new FakeSightings(List.of());
        Sightings sightings = sightings(store);
        for (int index = 0; index < Sightings.GATHERED_MAX + 10; index++) {
            sightings.note(sighting("a.metric", "Number " + index));
        }

        sightings.keep();

        assertThat(store.batches())
                .hasSize(Sightings.GATHERED_MAX / Sightings.BATCH_MAX)
                .allSatisfy(batch -> assertThat(batch).hasSize(Sightings.BATCH_MAX));
    }

    @Test
    void losesNothingWhenTheStoreIsAway() {
        var store = new FakeSightings(List.of());
        Sightings sightings = sightings(store);
        sightings.note(sighting("a.metric", "One"));
        store.fail(true);
        assertThatThrownBy(sightings::keep).isInstanceOf(IllegalStateException.class);

        store.fail(false);
        sightings.keep();

        assertThat(store.batches().stream().flatMap(Collection::stream)).containsExactly(sighting("a.metric", "One"));
    }

    @Test
    void recordsThoseWhoAreNew() {
        Sightings sightings = sightings(new FakeSightings(List.of(consumer())));
        sightings.note(sighting("a.metric", "One"));

        sightings.keep();

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.type()).isEqualTo(ChangeType.CONSUMER_ADDED);
            assertThat(change.subject()).isEqualTo("a.metric");
            assertThat(change.after().path("origin").asText()).isEqualTo("observed");
        });
    }

    @Test
    void forgetsThoseWhoWereNotSeenFor90Days() {
        var store = new FakeSightings(List.of());

        sightings(store).keep();

        assertThat(store.forgotten()).isEqualTo(NOW.minus(Duration.ofDays(90)));
    }

    private Sightings sightings(SightingStore store) {
        return new Sightings(
                store,
                new DirectTransactions(),
                (actor, change) -> changes.add(change),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Sighting sighting(String metric, String name) {
        return new Sighting(new MetricId(metric), new ConsumerName(ConsumerKind.JOB, new Label(name)));
    }

    private static Consumer consumer() {
        return new Consumer(
                new UUID(1, 1),
                new MetricId("a.metric"),
                new Usage(new ConsumerName(ConsumerKind.JOB, new Label("One")), Optional.empty(), Optional.empty()),
                Consumer.Origin.OBSERVED,
                "app",
                new Consumer.Seen(NOW, NOW));
    }
}
