package dev.plinth.ops.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;

/** Whole weeks that begin on Monday in UTC; the last of them is the present one. */
record Window(LocalDate first, int weeks) {
    private static final int DAYS = 7;

    static Window until(Instant now, int weeks) {
        var monday = now.atZone(ZoneOffset.UTC).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Window(monday.minusWeeks(weeks - 1L), weeks);
    }

    /** The Mondays. */
    List<LocalDate> mondays() {
        return IntStream.range(0, weeks).mapToObj(first::plusWeeks).toList();
    }

    boolean contains(Instant time) {
        return !time.isBefore(start(first)) && time.isBefore(start(first.plusWeeks(weeks)));
    }

    boolean isInWeek(LocalDate monday, Instant time) {
        return !time.isBefore(start(monday)) && time.isBefore(start(monday.plusDays(DAYS)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
