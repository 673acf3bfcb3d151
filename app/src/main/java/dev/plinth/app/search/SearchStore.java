package dev.plinth.app.search;

import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where metrics are found. */
public interface SearchStore {
    /** The metrics that fit so well, the best first. */
    List<SearchHit> find(Search search, Match match, Page page);

    /** The metrics one of whose names has words that begin like this, the most important first. */
    List<Metric> beginning(Beginning beginning, View view, int limit);

    /** The tags of those metrics, the most used first. */
    List<Suggestion.OfTag> tagsBeginning(Beginning beginning, View view, int limit);

    /** How many of the metrics have which values; those of each facet together, the most frequent first. */
    List<FacetCount> count(MetricQuery metrics, Optional<SearchText> text, Set<Facet> facets);
}
