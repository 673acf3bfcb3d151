package dev.plinth.infra.cache;

/** What Redis is used for, which decides what it does when its memory is full. */
public enum CacheUse {
    /** Answers that can be computed again: whatever was used longest ago goes. */
    CACHE("allkeys-lru"),
    /** Sessions and jobs: nothing goes, a full server refuses writes instead. */
    SESSIONS("noeviction"),
    /** Both in one: what has an end of life goes, the longest unused first; what has none (jobs) stays. */
    MIXED("volatile-lru");

    private final String evictionPolicy;

    CacheUse(String evictionPolicy) {
        this.evictionPolicy = evictionPolicy;
    }

    String evictionPolicy() {
        return evictionPolicy;
    }

    /** Whether something is wrong when memory runs out. A cache is full all the time. */
    boolean minds() {
        return this != CACHE;
    }
}
