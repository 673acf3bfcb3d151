package dev.plinth.app.metrics;

import java.util.List;

/** Who answers for a metric, where its data comes from, and what it should reach. */
public record Stewardship(List<Owner> owners, List<Source> sources, List<Target> targets) {
    private static final Limits OWNERS = new Limits("owners", 10);
    private static final Limits SOURCES = new Limits("sources", 20);
    private static final Limits TARGETS = new Limits("targets", 12);

    public Stewardship {
        owners = OWNERS.check(owners);
        sources = SOURCES.check(sources);
        targets = TARGETS.check(targets);
    }
}
