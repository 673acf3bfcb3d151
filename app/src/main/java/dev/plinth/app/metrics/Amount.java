package dev.plinth.app.metrics;

import dev.plinth.app.values.InvalidValueException;
import java.math.BigDecimal;

/** A value of a metric, in its unit: a decimal number that every client can take without loss. */
public record Amount(BigDecimal value) {
    // Doubles, which JavaScript reads all numbers as, keep 15 digits.
    private static final int DIGITS_MAX = 15;
    private static final int DECIMALS_MAX = 6;

    public Amount {
        value = plain(value.stripTrailingZeros());
    }

    private static BigDecimal plain(BigDecimal stripped) {
        if (stripped.scale() > DECIMALS_MAX
                || (long) stripped.precision() - Math.min(stripped.scale(), 0) > DIGITS_MAX) {
            throw new InvalidValueException(
                    "must have at most %d digits, %d of them decimals".formatted(DIGITS_MAX, DECIMALS_MAX));
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
