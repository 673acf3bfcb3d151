package dev.plinth.app.cache;

/** How the cache took part in an answer. */
public enum CacheUse {
    /** It had the answer. */
    HIT,
    /** It did not have it. */
    MISS,
    /** It had one that is too old, and the database could not be asked. */
    STALE,
    /** It was not asked, or did not answer. */
    BYPASS
}
