package dev.plinth.app.search;

/** What metrics are counted by. */
public enum Facet {
    DOMAIN,
    TIER,
    METRIC_TYPE,
    STATUS,
    TAG,
    UNIT,
    OWNER
}
