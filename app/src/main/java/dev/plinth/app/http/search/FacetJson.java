package dev.plinth.app.http.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import dev.plinth.app.search.Facet;
import dev.plinth.app.search.FacetCount;
import dev.plinth.app.values.Names;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Counts as JSON: a list for each facet that was asked for, be it empty. */
final class FacetJson {
    static ObjectNode write(Set<Facet> facets, List<FacetCount> counts) {
        ObjectNode lists = Json.object();
        new TreeSet<>(facets).forEach(facet -> lists.putArray(Names.of(facet)));
        for (FacetCount count : counts) {
            lists.withArray("/" + Names.of(count.facet()))
                    .addObject()
                    .put("value", count.value())
                    .put("metrics", count.metrics());
        }
        return lists;
    }

    private FacetJson() {}
}
