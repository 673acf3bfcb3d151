package dev.plinth.app.values;

/** A free keyword on a metric. */
public record Tag(String value) {
    private static final Slug RULE = new Slug(2, 40);

    public Tag {
        RULE.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
