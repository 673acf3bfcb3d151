package dev.plinth.app.metrics;

import dev.plinth.app.values.Slug;

/** Something that a metric can be broken down by, for example {@code region}. */
public record Dimension(String value) {
    private static final Slug RULE = new Slug(2, 60);

    public Dimension {
        RULE.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
