package dev.plinth.app.cache;

import java.time.Duration;

/** An answer, how the cache took part in it, and how long ago it was made. */
@SuppressWarnings("ArrayRecordComponent") // Written once and read, never compared.
public record Cached(byte[] bytes, CacheUse use, Duration age) {
    static Cached fresh(byte[] bytes, CacheUse use) {
        return new Cached(bytes, use, Duration.ZERO);
    }
}
