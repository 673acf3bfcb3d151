package dev.plinth.app.metrics;

/** No metric has this id, which may be one that no metric can have. */
public final class MetricNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MetricNotFoundException(String id) {
        super("No metric has the id '%s'.".formatted(id));
    }
}
