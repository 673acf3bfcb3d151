package dev.plinth.app.metrics;

import dev.plinth.app.values.Text;

/** A condition that the rows counted fulfil. */
public record RowFilter(String value) {
    private static final Text RULE = new Text(1_000);

    public RowFilter {
        RULE.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
