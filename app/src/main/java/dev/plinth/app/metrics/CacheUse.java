package dev.plinth.app.metrics;

/** How the cache took part in an answer. */
public enum CacheUse {
    HIT,
    MISS,
    BYPASS
}
