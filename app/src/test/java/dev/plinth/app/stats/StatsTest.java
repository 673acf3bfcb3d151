package dev.plinth.app.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.View;
import dev.plinth.app.search.Beginning;
import dev.plinth.app.search.Facet;
import dev.plinth.app.search.FacetCount;
import dev.plinth.app.search.Match;
import dev.plinth.app.search.Page;
import dev.plinth.app.search.Search;
import dev.plinth.app.search.SearchHit;
import dev.plinth.app.search.SearchStore;
import dev.plinth.app.search.SearchText;
import dev.plinth.app.search.Searches;
import dev.plinth.app.search.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StatsTest {
    private final Stats stats = new Stats(new StatsInMemory(), new Searches(new Counting()));

    @Test
    void anOverviewCountsByWhatPeopleSortMetricsBy() {
        assertThat(stats.overview(View.CURRENT, 90).counts())
                .extracting(FacetCount::facet)
                .containsExactlyInAnyOrder(Facet.DOMAIN, Facet.TIER, Facet.METRIC_TYPE, Facet.STATUS, Facet.OWNER);
    }

    @Test
    void anOverviewIsOfWhatTheCallerMaySee() {
        Overview overview = stats.overview(View.PUBLISHED, 90);

        assertThat(overview.counts()).extracting(FacetCount::value).containsOnly("PUBLISHED");
        assertThat(overview.lacks()).isEqualTo(new Overview.Lacks(10, 1, 2, 3));
        assertThat(overview.stale()).isEqualTo(new Overview.Stale(90, 10, List.of(StatsInMemory.ID)));
    }

    @Test
    void usageIsOfAsManyDaysAndMetricsAsWereAskedFor() {
        Usage usage = stats.usage(View.PUBLISHED, 7, 5);

        assertThat(usage.days()).isEqualTo(7);
        assertThat(usage.reads()).isEqualTo(10);
        assertThat(usage.byDay()).extracting(Usage.Day::reads).containsExactly(10L);
        assertThat(usage.mostRead()).extracting(Usage.MostRead::reads).containsExactly(5L);
    }

    @Test
    void adoptionIsOfWhatTheCallerMaySee() {
        Adoption adoption = stats.adoption(View.DRAFT);

        assertThat(adoption.total().metrics()).isEqualTo(20);
        assertThat(adoption.domains()).containsExactly(new Adoption.OfDomain("finance", adoption.total()));
    }

    /** Counts one metric of each facet that it is asked for. */
    private static final class Counting implements SearchStore {
        @Override
        public List<FacetCount> count(MetricQuery metrics, Optional<SearchText> text, Set<Facet> facets) {
            return facets.stream()
                    .map(facet -> new FacetCount(facet, metrics.view().name(), 1))
                    .toList();
        }

        @Override
        public List<SearchHit> find(Search search, Match match, Page page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Metric> beginning(Beginning beginning, View view, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Suggestion.OfTag> tagsBeginning(Beginning beginning, View view, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
