package dev.plinth.app.lineage;

import java.util.List;

/** Which way lineage is followed. */
public enum Heading {
    /** To what a metric is computed from. */
    UP,
    /** To what is computed from a metric, and to those who use it. */
    DOWN,
    BOTH;

    List<Heading> single() {
        return this == BOTH ? List.of(UP, DOWN) : List.of(this);
    }
}
