package dev.plinth.ops.export;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which exports stay: the newest good one of each of the last 7 days, 5 weeks and 12 months that have one. Days are
 * counted by what is there and not by the calendar: when exports stop, none is deleted any more.
 */
final class Retention {
    private static final int DAYS = 7;
    private static final int WEEKS = 5;
    private static final int MONTHS = 12;

    /** One that is not whole may still be under way. */
    private static final Duration UNDER_WAY_MAX = Duration.ofDays(1);

    /** Those to delete, the oldest first. Without a good one nothing is. */
    static List<Export> surplus(List<Export> all, Instant now) {
        var newestFirst = all.stream()
                .sorted(Comparator.comparing(Export::taken).reversed())
                .toList();
        var good = newestFirst.stream().filter(Export::isGood).toList();
        if (good.isEmpty()) {
            return List.of();
        }
        Set<Export> kept = new HashSet<>();
        kept.addAll(newestOfEach(good, DAYS, Retention::day));
        kept.addAll(newestOfEach(good, WEEKS, Retention::week));
        kept.addAll(newestOfEach(good, MONTHS, export -> YearMonth.from(day(export))));
        newestFirst.stream()
                .filter(export -> !export.isGood())
                .filter(export -> export.taken().isAfter(now.minus(UNDER_WAY_MAX)))
                .forEach(kept::add);
        return newestFirst.reversed().stream()
                .filter(export -> !kept.contains(export))
                .toList();
    }

    private static List<Export> newestOfEach(List<Export> newestFirst, int max, Function<Export, Object> period) {
        var seen = new HashSet<Object>();
        var newest = new ArrayList<Export>();
        for (var export : newestFirst) {
            if (seen.size() < max && seen.add(period.apply(export))) {
                newest.add(export);
            }
        }
        return newest;
    }

    private static LocalDate day(Export export) {
        return export.taken().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static List<Integer> week(Export export) {
        var day = day(export);
        return List.of(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private Retention() {}
}
