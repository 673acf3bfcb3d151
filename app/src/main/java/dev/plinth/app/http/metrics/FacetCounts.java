package dev.plinth.app.http.metrics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.json.Json;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.search.Facet;
import dev.plinth.app.search.FacetCount;
import dev.plinth.app.search.SearchText;
import dev.plinth.app.values.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How many metrics have which values, as JSON: a list for each facet that is asked for, be it empty. */
public final class FacetCounts {
    private final Counter counter;

    /** Who counts. */
    @FunctionalInterface
    public interface Counter {
        List<FacetCount> count(MetricQuery metrics, Optional<SearchText> text, Set<Facet> facets);
    }

    public FacetCounts(Counter counter) {
        this.counter = counter;
    }

    /** The facets that the parameter names; empty when it is not given. */
    public static Optional<Set<Facet>> wanted(QueryReader query) {
        return query.one("facets", FacetCounts::facets);
    }

    private static Set<Facet> facets(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(name -> Names.constant(Facet.class, name))
                .collect(Collectors.toSet());
    }

    public ObjectNode count(MetricQuery metrics, Optional<SearchText> text, Set<Facet> facets) {
        ObjectNode lists = Json.object();
        new TreeSet<>(facets).forEach(facet -> lists.putArray(Names.of(facet)));
        for (FacetCount count : counter.count(metrics, text, facets)) {
            lists.withArray("/" + Names.of(count.facet()))
                    .addObject()
                    .put("value", count.value())
                    .put("metrics", count.metrics());
        }
        return lists;
    }
}
