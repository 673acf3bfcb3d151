package dev.plinth.infra.notices;

/**
 * When an alarm goes off.
 *
 * @param window how long the limit is passed before somebody is told
 */
public record Condition(Comparison comparison, double threshold, Window window, MissingData missingData) {

    public static Condition above(double threshold, Window window) {
        return new Condition(Comparison.ABOVE, threshold, window, MissingData.IS_FINE);
    }

    /** Above the limit or on it, for what is counted: {@code atLeast(1, ...)}. */
    public static Condition atLeast(double threshold, Window window) {
        return new Condition(Comparison.AT_LEAST, threshold, window, MissingData.IS_FINE);
    }

    public static Condition below(double threshold, Window window) {
        return new Condition(Comparison.BELOW, threshold, window, MissingData.IS_FINE);
    }

    /** The same condition, for a metric whose silence means something. */
    public Condition when(MissingData silence) {
        return new Condition(comparison, threshold, window, silence);
    }

    /** How the metric stands to the threshold when something is wrong. */
    public enum Comparison {
        ABOVE("GreaterThanThreshold"),
        AT_LEAST("GreaterThanOrEqualToThreshold"),
        BELOW("LessThanThreshold");

        private final String operator;

        Comparison(String operator) {
            this.operator = operator;
        }

        String operator() {
            return operator;
        }
    }

    /** What it means when the metric has no values. */
    public enum MissingData {
        IS_FINE("notBreaching"),
        IS_BAD("breaching"),
        CHANGES_NOTHING("ignore"),
        IS_UNKNOWN("missing");

        private final String treatment;

        MissingData(String treatment) {
            this.treatment = treatment;
        }

        String treatment() {
            return treatment;
        }
    }

    /**
     * The periods that count.
     *
     * @param periodSeconds 10, 20, 30 or a multiple of 60
     * @param periods how many periods are looked at
     * @param datapoints how many of these must be beyond the limit, so that one spike wakes nobody
     */
    public record Window(int periodSeconds, int periods, int datapoints) {

        /** Every minute of so many. */
        public static Window minutes(int minutes) {
            return new Window(60, minutes, minutes);
        }

        /** So many of the last periods of five minutes. */
        public static Window fiveMinutes(int datapoints, int periods) {
            return new Window(300, periods, datapoints);
        }
    }
}
