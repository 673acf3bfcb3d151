package dev.plinth.app.http.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.cache.CacheKey;
import dev.plinth.app.cache.Cached;
import dev.plinth.app.cache.Loader.Loaded;
import dev.plinth.app.cache.MetricStamps;
import dev.plinth.app.http.CachedReplies;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.Projection;
import dev.plinth.app.http.Reply;
import dev.plinth.app.json.Json;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricJson;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Names;
import io.helidon.http.HeaderNames;
import java.util.function.Supplier;

/** Answers about metrics, through the cache; those of one view are never given to who asks for another one. */
public final class MetricAnswers {
    static final String PATH = "/api/v1/metrics";

    private final CachedReplies replies;

    public MetricAnswers(CachedReplies replies) {
        this.replies = replies;
    }

    /** A page of metrics, whatever it is made of; {@code kind} names the list among the caches. */
    public Reply page(Call call, String kind, PageKey key, Supplier<JsonNode> load) {
        return replies.body(call, key.of(kind), load);
    }

    /** What a page of metrics depends on. */
    public record PageKey(View view, String identity) {
        public PageKey(View view, Paging paging) {
            this(view, paging.identity());
        }

        CacheKey of(String kind) {
            return CacheKey.digested(kind, Names.of(view) + " " + identity, MetricStamps.many(view));
        }
    }

    /** One metric that was asked for by this id. */
    Reply one(Call call, MetricKey key, Projection projection, Supplier<Metric> load) {
        Cached cached = replies.read(call, key.cacheKey(), () -> key.loaded(load.get()));
        JsonNode kept = Json.parseOwn(cached.bytes());
        ObjectNode metric = (ObjectNode) kept.required("metric");
        Reply reply = DeprecationHeaders.on(Reply.ok(projection.of(metric.deepCopy())), metric)
                .revision(kept.required("revision").longValue());
        String current = metric.required("metric_id").textValue();
        boolean renamed = !current.equals(key.id().value());
        return CachedReplies.marked(
                renamed ? reply.header(HeaderNames.CONTENT_LOCATION, PATH + "/" + current) : reply, cached);
    }

    /** What one metric is asked for by. */
    record MetricKey(MetricId id, View view) {
        CacheKey cacheKey() {
            return new CacheKey("metric", Names.of(view) + ":" + id, MetricStamps.one(id));
        }

        /** Not kept under an id that it had before: a change only outdates what is kept under its id of today. */
        Loaded loaded(Metric metric) {
            ObjectNode kept = Json.object().put("revision", metric.revision());
            kept.set("metric", MetricJson.write(metric));
            return new Loaded(Json.bytes(kept), metric.id().equals(id));
        }
    }
}
