package dev.plinth.app.lineage;

import dev.plinth.app.metrics.View;

/** How far lineage is followed, counted in relationships, and in which view of the metrics. */
public record LineageQuery(Heading heading, int depth, View view) {}
