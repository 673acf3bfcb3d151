package dev.plinth.app.values;

/** The name by which people and programs know a metric, for example {@code finance.net-revenue}. */
public record MetricId(String value) {
    private static final Slug RULE = new Slug(3, 100);

    public MetricId {
        RULE.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
