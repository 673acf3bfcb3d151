package dev.plinth.app.search;

import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.View;
import dev.plinth.app.support.MetricSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what a test has put there, and remembers what it was asked for. */
final class ShelfOfFinds implements SearchStore {
    final List<Match> asked = new ArrayList<>();
    final List<Page> pages = new ArrayList<>();
    List<Metric> beginning = List.of();
    List<Suggestion.OfTag> tags = List.of();
    private final Map<Match, List<SearchHit>> hits;

    ShelfOfFinds(Map<Match, List<SearchHit>> hits) {
        this.hits = Map.copyOf(hits);
    }

    static SearchHit hit(String id) {
        var nothing = new Passage(List.of());
        return new SearchHit(MetricSamples.metric(id, "finance", true), 1, new SearchHit.Highlights(nothing, nothing));
    }

    @Override
    public List<SearchHit> find(Search search, Match match, Page page) {
        asked.add(match);
        pages.add(page);
        return hits.getOrDefault(match, List.of()).stream().limit(page.limit()).toList();
    }

    @Override
    public List<Metric> beginning(Beginning typed, View view, int limit) {
        return beginning.stream().limit(limit).toList();
    }

    @Override
    public List<Suggestion.OfTag> tagsBeginning(Beginning typed, View view, int limit) {
        return tags.stream().limit(limit).toList();
    }

    @Override
    public List<FacetCount> count(MetricQuery metrics, Optional<SearchText> text, Set<Facet> facets) {
        return facets.stream()
                .map(facet -> new FacetCount(facet, metrics.view().name(), text.isPresent() ? 1 : 2))
                .toList();
    }
}
