package dev.plinth.app.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReadsTest {
    private final StatsInMemory store = new StatsInMemory();
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
}
