package dev.plinth.app.metrics;

/** Which metrics are listed: those of a view that match the filter. */
public record MetricQuery(View view, MetricFilter filter, Presence presence, Sorting sorting) {
    /** Whether metrics that were deleted are listed. */
    public enum Presence {
        THERE,
        THERE_OR_DELETED
    }

    /** All that are there, by id. */
    public static MetricQuery all(View view) {
        return new MetricQuery(view, MetricFilter.ALL, Presence.THERE, Sorting.BY_ID);
    }
}
