package dev.plinth.app.http.stats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import dev.plinth.app.search.FacetCount;
import dev.plinth.app.stats.Adoption;
import dev.plinth.app.stats.Overview;
import dev.plinth.app.stats.Usage;
import dev.plinth.app.values.Names;

/** Statistics as JSON. */
final class StatsJson {
    static ObjectNode write(Overview overview) {
        ObjectNode node = Json.object().put("metrics", overview.lacks().metrics());
        ObjectNode counts = node.putObject("by");
        for (FacetCount count : overview.counts()) {
            counts.withArray("/" + Names.of(count.facet()))
                    .addObject()
                    .put("value", count.value())
                    .put("metrics", count.metrics());
        }
        node.putObject("missing")
                .put("owner", overview.lacks().owner())
                .put("target", overview.lacks().target())
                .put("source", overview.lacks().source());
        ArrayNode longest = node.putObject("stale")
                .put("days", overview.stale().days())
                .put("metrics", overview.stale().metrics())
                .putArray("longest");
        overview.stale().longest().forEach(id -> longest.add(id.value()));
        return node;
    }

    static ObjectNode write(Usage usage) {
        ObjectNode node = Json.object().put("days", usage.days()).put("reads", usage.reads());
        ArrayNode days = node.putArray("by_day");
        for (Usage.Day day : usage.byDay()) {
            days.addObject().put("day", day.day().toString()).put("reads", day.reads());
        }
        ArrayNode metrics = node.putArray("most_read");
        for (Usage.MostRead read : usage.mostRead()) {
            metrics.addObject()
                    .put("metric_id", read.id().value())
                    .put("name", read.name())
                    .put("reads", read.reads());
        }
        return node;
    }

    static ObjectNode write(Adoption adoption) {
        ObjectNode node = Json.object();
        put(node.putObject("total"), adoption.total());
        ArrayNode domains = node.putArray("domains");
        adoption.domains().forEach(one -> put(domains.addObject().put("domain", one.domain()), one.share()));
        return node;
    }

    private static void put(ObjectNode node, Adoption.Share share) {
        node.put("metrics", share.metrics())
                .put("published", share.published())
                .put("owned", share.owned())
                .put("read", share.read())
                .put("consumed", share.consumed());
    }

    private StatsJson() {}
}
