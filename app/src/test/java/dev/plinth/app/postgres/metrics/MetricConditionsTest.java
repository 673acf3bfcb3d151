package dev.plinth.app.postgres.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.metrics.Gap;
import dev.plinth.app.metrics.MetricFilter;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.MetricQuery.Presence;
import dev.plinth.app.metrics.Sorting;
import dev.plinth.app.metrics.TimeBound;
import dev.plinth.app.metrics.Trait;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.Names;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which conditions a query becomes; that the database understands them is tested with one. */
final class MetricConditionsTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void nothingIsAskedForThatWasNotWanted() {
        assertThat(sql(View.DRAFT, MetricFilter.ALL)).isEqualTo("c.view = 'draft' and m.deleted_at is null");
    }

    @Test
    void whatIsRetiredIsNotListedAsPublished() {
        assertThat(sql(View.PUBLISHED, MetricFilter.ALL)).contains("m.status in ('published', 'deprecated')");
        assertThat(sql(View.CURRENT, MetricFilter.ALL)).doesNotContain("m.status");
    }

    @Test
    void whatWasDeletedIsListedOnlyForWhoAsks() {
        var query = new MetricQuery(View.CURRENT, MetricFilter.ALL, Presence.THERE_OR_DELETED, Sorting.BY_ID);

        assertThat(new MetricConditions(query).sql()).isEqualTo("c.foremost");
    }

    @ParameterizedTest
    @CsvSource({"OWNER, c.owner_teams = '{}'", "TARGET, not c.has_target", "SOURCE, c.source_systems = '{}'"})
    void aGapIsAnEmptyColumn(Gap gap, String condition) {
        assertThat(sql(View.DRAFT, new MetricFilter(Map.of(), Set.of(gap), Map.of())))
                .endsWith(" and " + condition);
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED_AFTER, m.created_at > :created_after",
        "CREATED_BEFORE, m.created_at < :created_before",
        "UPDATED_AFTER, c.updated_at > :updated_after",
        "UPDATED_BEFORE, c.updated_at < :updated_before"
    })
    void aBoundIsNoPartOfTheTime(TimeBound bound, String condition) {
        assertThat(sql(View.DRAFT, new MetricFilter(Map.of(), Set.of(), Map.of(bound, NOON))))
                .endsWith(" and " + condition);
    }

    @ParameterizedTest
    @EnumSource(Trait.class)
    void aTraitIsComparedWithTheValuesOfItsName(Trait trait) {
        assertThat(sql(View.DRAFT, new MetricFilter(Map.of(trait, Set.of("a")), Set.of(), Map.of())))
                .containsOnlyOnce(":" + Names.of(trait));
    }

    /** The same query is the same statement, which the database has planned already. */
    @Test
    void conditionsHaveAFixedOrder() {
        Map<TimeBound, Instant> times =
                Arrays.stream(TimeBound.values()).collect(Collectors.toMap(bound -> bound, bound -> NOON));

        assertThat(sql(View.DRAFT, new MetricFilter(Map.of(), Set.of(Gap.values()), times)))
                .isEqualTo("c.view = 'draft' and m.deleted_at is null and c.owner_teams = '{}' and not c.has_target"
                        + " and c.source_systems = '{}' and m.created_at > :created_after"
                        + " and m.created_at < :created_before and c.updated_at > :updated_after"
                        + " and c.updated_at < :updated_before");
    }

    private static String sql(View view, MetricFilter filter) {
        return new MetricConditions(new MetricQuery(view, filter, Presence.THERE, Sorting.BY_ID)).sql();
    }
}
