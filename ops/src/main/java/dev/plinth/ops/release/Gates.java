package dev.plinth.ops.release;

import dev.plinth.ops.release.Terms.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a new version must show before it gets more requests. */
record Gates(Limits limits) {
    private static final double PERCENT = 100;

    /** Every gate's judgement on what was counted at a weight. */
    List<Measured> judge(int weight, Counts counts) {
        if (counts.requests() < limits.requestsMin()) {
            // Without traffic nothing can be measured, and nobody can be hurt.
            var passed = weight == 0;
            return List.of(new Measured(
                    "requests",
                    weight,
                    counts.requests(),
                    limits.requestsMin(),
                    counts.requests(),
                    passed,
                    "%d requests, too few to judge (needs %d)".formatted(counts.requests(), limits.requestsMin())));
        }
        return List.of(
                ratio("errors", weight, new Part(counts.errors(), counts.requests(), limits.errorRatioMax())),
                slow(weight, counts),
                ratio("saturation", weight, new Part(counts.refused(), counts.requests(), limits.saturationMax())));
    }

    /** Tells whether enough was counted to judge. */
    boolean canJudge(Counts counts) {
        return counts.requests() >= limits.requestsMin();
    }

    /** Tells whether so many requests may fail. */
    boolean allow(long errors, long requests) {
        return errors <= limits.errorRatioMax() * requests;
    }

    /** Throws when a gate does not hold. */
    static void requireAll(List<Measured> measured) {
        var lost = measured.stream()
                .filter(gate -> !gate.passed())
                .map(Measured::text)
                .toList();
        if (!lost.isEmpty()) {
            throw new StepFailed("a gate does not hold: " + String.join("; ", lost), measured);
        }
    }

    private record Part(long count, long requests, double max) {}

    private static Measured ratio(String gate, int weight, Part part) {
        var ratio = part.requests() == 0 ? 0 : (double) part.count() / part.requests();
        var text = String.format(
                Locale.ROOT,
                "%s %.2f %% of %d requests (max %.2f %%)",
                gate,
                ratio * PERCENT,
                part.requests(),
                part.max() * PERCENT);
        return new Measured(gate, weight, ratio, part.max(), part.requests(), ratio <= part.max(), text);
    }

    private Measured slow(int weight, Counts counts) {
        var found = counts.slow().map(Duration::toMillis).orElse(0L);
        var max = limits.slowMax().toMillis();
        var text = "p95 %d ms of %d requests (max %d ms)".formatted(found, counts.requests(), max);
        return new Measured("p95", weight, found, max, counts.requests(), found <= max, text);
    }
}
