package dev.plinth.app.metrics;

/** The part of the business that a metric belongs to, for example {@code finance}. */
public record Domain(String value) implements Comparable<Domain> {
    private static final Slug RULE = new Slug(2, 60);

    public Domain {
        RULE.check(value);
    }

    @Override
    public int compareTo(Domain other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
