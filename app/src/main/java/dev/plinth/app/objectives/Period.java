package dev.plinth.app.objectives;

import dev.plinth.app.values.InvalidValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The days in which an objective is to be reached, first and last included, in UTC. */
public record Period(LocalDate startsOn, LocalDate endsOn) {
    private static final int DECIMALS = 4;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    public Period {
        if (startsOn.isBefore(EARLIEST) || endsOn.isAfter(LATEST)) {
            throw new InvalidValueException("must lie between %s and %s".formatted(EARLIEST, LATEST));
        }
        if (!endsOn.isAfter(startsOn)) {
            throw new InvalidValueException("must end after %s, the day on which it starts".formatted(startsOn));
        }
    }

    /** How much of it is over, from 0 to 1. */
    BigDecimal elapsed(Instant now) {
        Instant start = startsOn.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = endsOn.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return BigDecimal.valueOf(ChronoUnit.SECONDS.between(start, now))
                .divide(BigDecimal.valueOf(ChronoUnit.SECONDS.between(start, end)), DECIMALS, RoundingMode.DOWN)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.ONE);
    }
}
