package dev.plinth.infra.notices;

/** What CloudWatch makes of the values of a period, as it writes it: {@code Average}, {@code p99}. */
public record Statistic(String expression) {
    public static final Statistic AVERAGE = new Statistic("Average");
    public static final Statistic MAXIMUM = new Statistic("Maximum");
    public static final Statistic MINIMUM = new Statistic("Minimum");
    public static final Statistic SUM = new Statistic("Sum");

    /** The value that so many percent of all do not exceed. */
    public static Statistic percentile(int percent) {
        return new Statistic("p" + percent);
    }

    /** Whether CloudWatch takes it as an extended statistic. */
    boolean isExtended() {
        return expression.startsWith("p");
    }
}
