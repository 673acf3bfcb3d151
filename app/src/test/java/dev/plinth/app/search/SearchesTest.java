package dev.plinth.app.search;

import static dev.plinth.app.search.ShelfOfFinds.hit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.metrics.MetricFilter;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.View;
import dev.plinth.app.support.MetricSamples;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SearchesTest {
    private static final Search SEARCH = new Search(new SearchText("margin"), View.PUBLISHED, MetricFilter.ALL);
    private static final Page FIRST = new Page(Optional.empty(), 2);

    @Test
    void whileSomeMetricHasAllWordsNoOthersAreFound() {
        var store = new ShelfOfFinds(
                Map.of(Match.ALL_WORDS, List.of(hit("finance.margin")), Match.ANY_WORD, List.of(hit("finance.cost"))));

        Found found = new Searches(store).find(SEARCH, FIRST);

        assertThat(found.match()).isEqualTo(Match.ALL_WORDS);
        assertThat(ids(found)).containsExactly("finance.margin");
        assertThat(store.asked).containsExactly(Match.ALL_WORDS);
    }

    @Test
    void aNameThatIsSpeltAlmostLikeItIsBetterThanAnyWord() {
        var store = new ShelfOfFinds(Map.of(
                Match.SIMILAR_NAME, List.of(hit("finance.margin")), Match.ANY_WORD, List.of(hit("finance.cost"))));

        assertThat(new Searches(store).find(SEARCH, FIRST).match()).isEqualTo(Match.SIMILAR_NAME);
    }

    @Test
    void whenNothingFitsWellAnyWordWillDo() {
        var store = new ShelfOfFinds(Map.of());

        Found found = new Searches(store).find(SEARCH, FIRST);

        assertThat(found.match()).isEqualTo(Match.ANY_WORD);
        assertThat(found.hits().items()).isEmpty();
        assertThat(store.asked).containsExactly(Match.values());
    }

    @Test
    void aFurtherPageIsOfTheSameMatch() {
        var place = new Page.Place(Match.SIMILAR_NAME, 0.5, "finance.margin");
        var store = new ShelfOfFinds(Map.of(Match.ALL_WORDS, List.of(hit("finance.cost"))));

        Found found = new Searches(store).find(SEARCH, new Page(Optional.of(place), 2));

        assertThat(found.match()).isEqualTo(Match.SIMILAR_NAME);
        assertThat(store.asked).containsExactly(Match.SIMILAR_NAME);
        assertThat(store.pages).extracting(Page::after).containsExactly(Optional.of(place));
    }

    @Test
    void aPageKnowsWhetherThereIsAnother() {
        List<SearchHit> three = List.of(hit("finance.a"), hit("finance.b"), hit("finance.c"));
        var searches = new Searches(new ShelfOfFinds(Map.of(Match.ALL_WORDS, three)));

        Found two = searches.find(SEARCH, FIRST);
        assertThat(ids(two)).containsExactly("finance.a", "finance.b");
        assertThat(two.hits().hasMore()).isTrue();
        assertThat(searches.find(SEARCH, new Page(Optional.empty(), 3)).hits().hasMore())
                .isFalse();
    }

    @Test
    void onlyMetricsOfTheViewAreLookedThrough() {
        assertThat(SEARCH.metrics()).isEqualTo(MetricQuery.all(View.PUBLISHED));
    }

    @Test
    void tagsAreSuggestedBeforeMetricsButFewOfThem() {
        ShelfOfFinds store = suggesting("finance.gross");
        store.tags = List.of(tag("gross"), tag("grocery"), tag("growth"), tag("group"));

        assertThat(suggested(store, 10))
                .containsExactly(
                        tag("gross"),
                        tag("grocery"),
                        tag("growth"),
                        new Suggestion.OfMetric("Gross margin ✓", Suggestion.Kind.NAME, new MetricId("finance.gross")));
    }

    @Test
    void noMoreIsSuggestedThanWasAskedFor() {
        ShelfOfFinds store = suggesting("finance.one", "finance.two");
        store.tags = List.of(tag("gross"), tag("growth"));

        assertThat(suggested(store, 3))
                .extracting(Suggestion::text)
                .containsExactly("gross", "growth", "Gross margin ✓");
        assertThat(suggested(store, 1)).extracting(Suggestion::text).containsExactly("gross");
    }

    @Test
    void theSameIsSuggestedOnce() {
        assertThat(suggested(suggesting("finance.one", "finance.one"), 10)).hasSize(1);
    }

    @Test
    void aMetricIsSuggestedByTheNameThatBeginsLikeIt() {
        Metric metric = MetricSamples.metric("finance.profit", "finance", true);

        assertThat(Beginning.of("gross").suggest(metric)).contains(suggestion("Gross margin ✓", Suggestion.Kind.NAME));
        assertThat(Beginning.of("prof").suggest(metric)).contains(suggestion("finance.profit", Suggestion.Kind.ID));
        assertThat(Beginning.of("board").suggest(metric)).isEmpty();
    }

    @Test
    void anAliasIsSuggestedWhenTheNameIsAnother() {
        Metric metric = MetricSamples.metric("finance.profit", "finance", true);
        Metric renamed = withName(metric, "Profit");

        assertThat(Beginning.of("marg").suggest(renamed)).contains(suggestion("Margin", Suggestion.Kind.ALIAS));
    }

    @Test
    void metricsAreCountedByTheFacetsThatWereAskedFor() {
        var searches = new Searches(new ShelfOfFinds(Map.of()));

        assertThat(searches.count(
                        MetricQuery.all(View.DRAFT),
                        Optional.of(new SearchText("margin")),
                        EnumSet.of(Facet.TIER, Facet.TAG)))
                .containsExactly(new FacetCount(Facet.TIER, "DRAFT", 1), new FacetCount(Facet.TAG, "DRAFT", 1));
    }

    private static ShelfOfFinds suggesting(String... ids) {
        var store = new ShelfOfFinds(Map.of());
        store.beginning = List.of(ids).stream()
                .map(id -> MetricSamples.metric(id, "finance", true))
                .toList();
        return store;
    }

    private static List<Suggestion> suggested(ShelfOfFinds store, int limit) {
        return new Searches(store).suggest(Beginning.of("gro"), View.PUBLISHED, limit);
    }

    private static Suggestion.OfTag tag(String text) {
        return new Suggestion.OfTag(text, 3);
    }

    private static Suggestion suggestion(String text, Suggestion.Kind kind) {
        return new Suggestion.OfMetric(text, kind, new MetricId("finance.profit"));
    }

    private static List<String> ids(Found found) {
        return found.hits().items().stream()
                .map(hit -> hit.metric().id().value())
                .toList();
    }

    private static Metric withName(Metric metric, String name) {
        var content = metric.content();
        var renamed = new MetricContent(
                content.id(),
                new Label(name),
                content.description(),
                content.classification(),
                content.definition(),
                content.stewardship(),
                content.remarks());
        return new Metric(
                metric.uid(), renamed, metric.standing(), metric.edition(), metric.revision(), metric.createdAt());
    }
}
