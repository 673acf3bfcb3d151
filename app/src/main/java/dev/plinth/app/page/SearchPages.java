package dev.plinth.app.page;

import dev.plinth.app.domains.Domains;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.metrics.Position;
import dev.plinth.app.metrics.Sorting;
import dev.plinth.app.metrics.Trait;
import dev.plinth.app.search.Beginning;
import dev.plinth.app.search.Facet;
import dev.plinth.app.search.FacetCount;
import dev.plinth.app.search.Found;
import dev.plinth.app.search.Page;
import dev.plinth.app.search.Search;
import dev.plinth.app.search.SearchHit;
import dev.plinth.app.search.SearchText;
import dev.plinth.app.search.Searches;
import dev.plinth.app.search.Suggestion;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Names;
import dev.plinth.app.values.Slice;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page on which metrics are looked for. */
public final class SearchPages {
    private static final int PAGE = 30;
    private static final int SUGGESTIONS_MAX = 8;
    private static final int CHOICES_MAX = 12;
    private static final Map<Facet, Trait> FACETS = new EnumMap<>(Map.of(
            Facet.STATUS, Trait.STATUS,
            Facet.TIER, Trait.TIER,
            Facet.METRIC_TYPE, Trait.METRIC_TYPE,
            Facet.DOMAIN, Trait.DOMAIN,
            Facet.TAG, Trait.TAG,
            Facet.OWNER, Trait.OWNER));

    private final Metrics metrics;
    private final Searches searches;
    private final Forests forests;

    public SearchPages(Metrics metrics, Domains domains, Searches searches) {
        this.metrics = metrics;
        this.searches = searches;
        this.forests = new Forests(domains, searches);
    }

    /** One page of what is found, after the place that {@code after} tells; it is empty at the beginning. */
    public SearchPage search(Viewer viewer, Wanted wanted, List<String> after) {
        Forest forest = forests.seenBy(viewer);
        var query = new MetricQuery(viewer.view(), wanted.filter(), MetricQuery.Presence.THERE, Sorting.BY_ID);
        List<FacetView> facets = facets(searches.count(query, wanted.text(), FACETS.keySet()), wanted, forest);
        Frame frame = viewer.frame("Search")
                .searching(wanted.text().map(SearchText::value).orElse(""));
        if (wanted.text().isEmpty()) {
            Slice<Metric> slice = metrics.list(query, new Position(after, PAGE));
            String next = slice.hasMore()
                    ? wanted.address("after", slice.items().getLast().id().value())
                    : "";
            return new SearchPage(frame, Optional.empty(), facets, rows(slice.items(), forest), next);
        }
        var search = new Search(wanted.text().get(), viewer.view(), wanted.filter());
        Optional<Page.Place> place = after.isEmpty() ? Optional.empty() : Optional.of(Page.Place.of(after));
        Found found = searches.find(search, new Page(place, PAGE));
        return new SearchPage(
                frame,
                Optional.of(found.match()),
                facets,
                found.hits().items().stream()
                        .map(hit -> MetricRow.of(hit, forest))
                        .toList(),
                found.hits().hasMore() ? next(wanted, found) : "");
    }

    /** How what somebody has typed may go on. */
    public List<Suggestion> suggest(Viewer viewer, String typed) {
        return searches.suggest(Beginning.of(typed), viewer.view(), SUGGESTIONS_MAX);
    }

    private static String next(Wanted wanted, Found found) {
        SearchHit last = found.hits().items().getLast();
        var place =
                new Page.Place(found.match(), last.score(), last.metric().id().value());
        return wanted.address("after", String.join("~", place.key()));
    }

    private static List<MetricRow> rows(List<Metric> metrics, Forest forest) {
        return metrics.stream().map(metric -> MetricRow.of(metric, forest)).toList();
    }

    private static List<FacetView> facets(List<FacetCount> counts, Wanted wanted, Forest forest) {
        return EnumSet.copyOf(FACETS.keySet()).stream()
                .map(facet -> facet(facet, counts, wanted, forest))
                .filter(facet -> !facet.choices().isEmpty())
                .toList();
    }

    private static FacetView facet(Facet facet, List<FacetCount> counts, Wanted wanted, Forest forest) {
        Trait trait = FACETS.getOrDefault(facet, Trait.TAG);
        List<FacetView.Choice> choices = counts.stream()
                .filter(count -> count.facet() == facet)
                .limit(CHOICES_MAX)
                .map(count -> new FacetView.Choice(
                        count.value(),
                        label(facet, count.value(), forest),
                        count.metrics(),
                        wanted.wants(trait, count.value())))
                .toList();
        return new FacetView(Names.of(trait), Words.title(Names.of(facet)), choices);
    }

    private static String label(Facet facet, String value, Forest forest) {
        return switch (facet) {
            case DOMAIN -> forest.name(new DomainId(value));
            case TIER -> "Tier " + value;
            case METRIC_TYPE, STATUS -> Words.title(value);
            case TAG, UNIT, OWNER -> value;
        };
    }
}
