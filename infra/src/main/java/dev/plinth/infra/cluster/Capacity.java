package dev.plinth.infra.cluster;

/** How nodes are paid for. */
public enum Capacity {
    /** At the list price, and kept as long as wanted. */
    ON_DEMAND,
    /** Cheaper by more than half, and taken away at two minutes' notice when AWS needs them. */
    SPOT
}
