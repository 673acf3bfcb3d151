package dev.plinth.app.metrics;

/** What a list of metrics can be sorted by. */
public enum SortField {
    METRIC_ID,
    NAME,
    DOMAIN,
    TIER,
    CREATED_AT,
    UPDATED_AT
}
