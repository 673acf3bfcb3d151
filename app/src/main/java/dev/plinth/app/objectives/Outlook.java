package dev.plinth.app.objectives;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/** How far an objective has come at a time, by its key results, which all count the same. */
public record Outlook(Objective objective, List<KeyResult> keyResults, Instant at) {
    private static final int DECIMALS = 4;

    public Outlook {
        keyResults = List.copyOf(keyResults);
    }

    /** From 0 to 1; 0 while there are no key results. */
    BigDecimal progress() {
        BigDecimal sum = keyResults.stream().map(KeyResult::progress).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(Math.max(1, keyResults.size())), DECIMALS, RoundingMode.DOWN);
    }

    /** How much of the period is over, from 0 to 1. */
    BigDecimal elapsed() {
        return objective.content().period().elapsed(at);
    }

    Track track(BigDecimal progress) {
        return Track.of(progress, elapsed());
    }
}
