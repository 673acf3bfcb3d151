package dev.plinth.app.values;

/** A short text on one line that people read: a name or a unit. */
public record Label(String value) {
    private static final Text RULE = new Text(120);

    public Label {
        RULE.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
