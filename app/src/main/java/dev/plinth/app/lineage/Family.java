package dev.plinth.app.lineage;

/** Types of relationships that are looked at together. */
public enum Family {
    /** What a metric is computed from: what lineage follows. */
    DEPENDENCY(true),
    /** Which metric a metric breaks down. */
    HIERARCHY(true),
    /** Which metric took the place of which. */
    SUCCESSION(true),
    /** What holds both ways. */
    MUTUAL(false);

    private final boolean directed;

    Family(boolean directed) {
        this.directed = directed;
    }

    /** Whether its relationships lead from one metric to the other, and therefore never in a circle. */
    public boolean isDirected() {
        return directed;
    }
}
