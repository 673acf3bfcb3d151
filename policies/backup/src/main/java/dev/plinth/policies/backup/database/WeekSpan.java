package dev.plinth.policies.backup.database;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A span of time that comes back every week: a minute of the week, counted from Sunday, and how long it lasts. */
record WeekSpan(int start, int minutes) {
    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final Pattern DAILY = Pattern.compile("(\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d)");
    private static final Pattern WEEKLY = Pattern.compile("(\\w{3}):(\\d\\d):(\\d\\d)-(\\w{3}):(\\d\\d):(\\d\\d)");

    /** The seven spans of a daily window such as {@code 02:00-03:00}; none if it is no such window. */
    static List<WeekSpan> daily(String window) {
        Matcher parts = DAILY.matcher(window);
        if (!parts.matches()) {
            return List.of();
        }
        int from = minute(parts, 1);
        int length = Math.floorMod(minute(parts, 3) - from, DAY);
        return IntStream.range(0, DAYS.size())
                .mapToObj(day -> new WeekSpan(day * DAY + from, length))
                .toList();
    }

    /** The span of a weekly window such as {@code sun:04:00-sun:05:00}; empty if it is no such window. */
    static Optional<WeekSpan> weekly(String window) {
        Matcher parts = WEEKLY.matcher(window.toLowerCase(Locale.ROOT));
        if (!parts.matches() || !DAYS.contains(parts.group(1)) || !DAYS.contains(parts.group(4))) {
            return Optional.empty();
        }
        int from = DAYS.indexOf(parts.group(1)) * DAY + minute(parts, 2);
        int until = DAYS.indexOf(parts.group(4)) * DAY + minute(parts, 5);
        return Optional.of(new WeekSpan(from, Math.floorMod(until - from, WEEK)));
    }

    boolean overlaps(WeekSpan other) {
        return Math.floorMod(other.start - start, WEEK) < minutes
                || Math.floorMod(start - other.start, WEEK) < other.minutes;
    }

    /** The minute of the day whose hour is this group, and whose minute the next one. */
    private static int minute(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group)) * 60 + Integer.parseInt(parts.group(group + 1));
    }
}
