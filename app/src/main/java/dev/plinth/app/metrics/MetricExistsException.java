package dev.plinth.app.metrics;

/** A metric of this id is there already. */
public final class MetricExistsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MetricExistsException(MetricId id) {
        super("A metric with the id '%s' exists already.".formatted(id));
    }
}
