package dev.plinth.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.access.Scope;
import dev.plinth.app.cache.CacheKey;
import dev.plinth.app.cache.Cached;
import dev.plinth.app.cache.Loader;
import dev.plinth.app.cache.Loader.Loaded;
import dev.plinth.app.cache.ReadThrough;
import dev.plinth.app.json.Json;
import io.helidon.http.HeaderNames;
import java.util.function.Supplier;

/** Answers through the cache. */
public final class CachedReplies {
    private final ReadThrough cache;

    public CachedReplies(ReadThrough cache) {
        this.cache = cache;
    }

    /** The whole body of an answer; who may see it must be part of the key. */
    public Reply body(Call call, CacheKey key, Supplier<JsonNode> load) {
        Cached cached = read(call, key, () -> Loaded.kept(Json.bytes(load.get())));
        return marked(Reply.of(Replies.JSON, cached.bytes()), cached);
    }

    /** Something that an answer is made of. */
    public Cached read(Call call, CacheKey key, Loader loader) {
        return isPassed(call) ? cache.bypass(key, loader) : cache.read(key, loader);
    }

    /** Tells how the cache took part in the answer. */
    public static Reply marked(Reply reply, Cached cached) {
        return reply.cache(cached.use())
                .header(HeaderNames.AGE, Long.toString(cached.age().toSeconds()));
    }

    /** Only administrators can have work done that the cache would save. */
    private static boolean isPassed(Call call) {
        return call.principal().has(Scope.OPERATIONS_READ)
                && call.header(HeaderNames.CACHE_CONTROL)
                        .filter(header -> header.contains("no-cache"))
                        .isPresent();
    }
}
