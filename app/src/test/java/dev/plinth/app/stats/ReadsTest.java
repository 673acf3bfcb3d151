package dev.plinth.app.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReadsTest {
    private final Store store = new Store();
    private final Reads reads = new Reads(store);

    @Test
    void readsAreKeptTogetherAndOnce() {
        reads.count("a.one");
        reads.count("a.one");
        reads.count("a.two");

        reads.run();
        reads.run();

        assertThat(store.added).containsExactly(Map.of("a.one", 2L, "a.two", 1L), Map.of());
    }

    @Test
    void whatCouldNotBeKeptIsKeptNextTime() {
        reads.count("a.one");
        store.out = true;
        assertThatThrownBy(reads::run).isInstanceOf(IllegalStateException.class);
        reads.count("a.one");
        store.out = false;

        reads.run();

        assertThat(store.added).containsExactly(Map.of("a.one", 2L));
    }

    @Test
    void metricsAreRankedAtOnceAndThenNowAndThen() {
        for (int round = 0; round < 31; round++) {
            reads.run();
        }

        assertThat(store.rankings).isEqualTo(2);
    }

    private static final class Store implements StatsStore {
        private final List<Map<String, Long>> added = new ArrayList<>();
        private boolean out;
        private int rankings;

        @Override
        public void add(Map<String, Long> reads) {
            if (out) {
                throw new IllegalStateException("The store is out");
            }
            added.add(reads);
        }

        @Override
        public void rank(int days) {
            rankings++;
        }

        @Override
        public Overview.Lacks lacks(MetricQuery metrics) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Overview.Stale stale(MetricQuery metrics, int days) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Usage usage(View view, int days, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Adoption adoption(View view) {
            throw new UnsupportedOperationException();
        }
    }
}
