package dev.plinth.infra.schedule;

import dev.plinth.infra.config.Shape;

/** A time of every day in UTC, such as 02:00-03:00; it may run past midnight. */
public record DailyWindow(ClockTime start, ClockTime end) {
    private static final int MINUTES_MIN = 30;

    public static Shape<DailyWindow> shape() {
        return new Shape<>("a time of day in UTC of at least 30 minutes", "02:00-03:00", DailyWindow::parse);
    }

    public static DailyWindow parse(String text) {
        var ends = text.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException(text);
        }
        var window = new DailyWindow(ClockTime.parse(ends[0]), ClockTime.parse(ends[1]));
        if (window.minutes() < MINUTES_MIN) {
            throw new IllegalArgumentException(text);
        }
        return window;
    }

    int minutes() {
        return Math.floorMod(end.minute() - start.minute(), ClockTime.MINUTES_A_DAY);
    }

    @Override
    public String toString() {
        return start + "-" + end;
    }
}
