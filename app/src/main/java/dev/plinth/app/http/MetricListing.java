package dev.plinth.app.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import dev.plinth.app.json.MetricJson;
import dev.plinth.app.json.Names;
import dev.plinth.app.metrics.Domain;
import dev.plinth.app.metrics.InvalidValueException;
import dev.plinth.app.metrics.MetricFilter;
import dev.plinth.app.metrics.MetricPage;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.MetricType;
import dev.plinth.app.metrics.Tier;
import io.helidon.common.uri.UriQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A list of metrics as the client asked for it, and the links from one of its pages to the others. */
record MetricListing(MetricFilter filter, int limit, String after, String cursor) {
    private static final int LIMIT_UNLESS_TOLD = 50;
    private static final int LIMIT_MAX = 200;

    static MetricListing read(UriQuery query) {
        var reader = new QueryReader(query);
        var filter = new MetricFilter(
                reader.any("domain", Domain::new),
                reader.any("tier", value -> new Tier(QueryReader.wholeNumber(value))),
                reader.anyOf("metric_type", MetricType.class));
        int limit = reader.one("limit", MetricListing::limit).orElse(LIMIT_UNLESS_TOLD);
        String after =
                reader.one("cursor", cursor -> Cursor.decode(filter, cursor)).orElse("");
        reader.finish();
        return new MetricListing(filter, limit, after, query.first("cursor").orElse(""));
    }

    /** More than the most is not refused: the client gets what there is to get (AIP-158). */
    private static int limit(String value) {
        int limit = QueryReader.wholeNumber(value);
        if (limit < 1) {
            throw new InvalidValueException("must be at least 1");
        }
        return Math.min(limit, LIMIT_MAX);
    }

    MetricQuery query() {
        return new MetricQuery(filter, after, limit);
    }

    ObjectNode json(MetricPage page) {
        ObjectNode body = Json.object();
        ArrayNode items = body.putArray("items");
        page.items().forEach(metric -> items.add(MetricJson.write(metric)));
        ObjectNode links = body.putObject("page").put("self", link(cursor)).put("first", link(""));
        if (page.hasMore()) {
            links.put("next", link(Cursor.encode(filter, page.items().getLast().id())));
        }
        ObjectNode query = body.putObject("query");
        strings(query, "domain", domains());
        ArrayNode tiers = query.putArray("tier");
        filter.tiers().stream().sorted().forEach(tier -> tiers.add(tier.value()));
        strings(query, "metric_type", metricTypes());
        query.put("limit", limit);
        return body;
    }

    private static void strings(ObjectNode node, String field, List<String> values) {
        ArrayNode array = node.putArray(field);
        values.forEach(array::add);
    }

    private List<String> domains() {
        return filter.domains().stream().map(Domain::value).sorted().toList();
    }

    private List<String> metricTypes() {
        return filter.metricTypes().stream().map(Names::of).sorted().toList();
    }

    /** No value needs escaping: slugs, numbers, names of constants and base64url. */
    private String link(String cursor) {
        List<String> parameters = new ArrayList<>();
        domains().forEach(domain -> parameters.add("domain=" + domain));
        filter.tiers().stream().sorted().forEach(tier -> parameters.add("tier=" + tier.value()));
        metricTypes().forEach(type -> parameters.add("metric_type=" + type));
        parameters.add("limit=" + limit);
        Stream.of(cursor).filter(given -> !given.isEmpty()).forEach(given -> parameters.add("cursor=" + given));
        return MetricsResource.PATH + "?" + String.join("&", parameters);
    }
}
