package dev.plinth.app.objectives;

import dev.plinth.app.metrics.Amount;
import dev.plinth.app.values.InvalidValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Where a key result starts, where it should get to, and which way that is. */
public record Aim(Direction direction, Amount baseline, Amount target) {
    private static final int DECIMALS = 4;

    /** Which way of a value is the good one. */
    public enum Direction {
        UP,
        DOWN
    }

    public Aim {
        int way = target.value().compareTo(baseline.value());
        if (direction == Direction.UP && way <= 0) {
            throw new InvalidValueException("must be above the baseline, as the direction is up");
        }
        if (direction == Direction.DOWN && way >= 0) {
            throw new InvalidValueException("must be below the baseline, as the direction is down");
        }
    }

    /** How much of the way from baseline to target is done: 0 at the baseline or behind it, 1 at the target or beyond. */
    BigDecimal progress(Amount current) {
        BigDecimal way = target.value().subtract(baseline.value());
        BigDecimal done = current.value().subtract(baseline.value());
        return done.divide(way, DECIMALS, RoundingMode.DOWN)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.ONE);
    }
}
