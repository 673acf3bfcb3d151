package dev.plinth.app.metrics;

/**
 * One page of metrics in the order of their ids: at most {@code limit}, all after {@code after}; "" is the
 * beginning.
 */
public record MetricQuery(MetricFilter filter, String after, int limit) {}
