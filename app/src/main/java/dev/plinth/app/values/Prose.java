package dev.plinth.app.values;

/** A text of some length: a description or an expression. */
public record Prose(String value) {
    private static final Text RULE = new Text(10_000);

    public Prose {
        RULE.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
