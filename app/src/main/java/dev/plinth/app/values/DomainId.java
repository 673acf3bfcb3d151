package dev.plinth.app.values;

/** The part of the business that a metric belongs to, for example {@code finance}. */
public record DomainId(String value) implements Comparable<DomainId> {
    private static final Slug RULE = new Slug(2, 60);

    public DomainId {
        RULE.check(value);
    }

    @Override
    public int compareTo(DomainId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
