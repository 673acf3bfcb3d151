package dev.plinth.infra.schedule;

import dev.plinth.infra.config.Shape;
import java.util.List;

/** A time of every week in UTC, such as sun:04:00-sun:05:00. */
public record WeeklyWindow(int startMinute, int endMinute) {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final int MINUTES_A_WEEK = DAYS.size() * ClockTime.MINUTES_A_DAY;
    private static final int MINUTES_MIN = 60;
    private static final int MINUTES_MAX = ClockTime.MINUTES_A_DAY;

    public static Shape<WeeklyWindow> shape() {
        return new Shape<>(
                "a time of the week in UTC of 60 minutes to a day", "sun:04:00-sun:05:00", WeeklyWindow::parse);
    }

    public static WeeklyWindow parse(String text) {
        var ends = text.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException(text);
        }
        var window = new WeeklyWindow(minuteOfWeek(ends[0]), minuteOfWeek(ends[1]));
        if (window.minutes() < MINUTES_MIN || window.minutes() > MINUTES_MAX) {
            throw new IllegalArgumentException(text);
        }
        return window;
    }

    /** AWS refuses a data store whose maintenance may meet its backup. */
    public boolean overlaps(DailyWindow daily) {
        for (int day = 0; day < DAYS.size(); day++) {
            int dailyStart = day * ClockTime.MINUTES_A_DAY + daily.start().minute();
            boolean startsInside = Math.floorMod(dailyStart - startMinute, MINUTES_A_WEEK) < minutes();
            boolean runsInto = Math.floorMod(startMinute - dailyStart, MINUTES_A_WEEK) < daily.minutes();
            if (startsInside || runsInto) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return text(startMinute) + "-" + text(endMinute);
    }

    private int minutes() {
        return Math.floorMod(endMinute - startMinute, MINUTES_A_WEEK);
    }

    private static int minuteOfWeek(String text) {
        int day = text.length() > 4 && text.charAt(3) == ':' ? DAYS.indexOf(text.substring(0, 3)) : -1;
        if (day < 0) {
            throw new IllegalArgumentException(text);
        }
        return day * ClockTime.MINUTES_A_DAY
                + ClockTime.parse(text.substring(4)).minute();
    }

    private static String text(int minuteOfWeek) {
        return DAYS.get(minuteOfWeek / ClockTime.MINUTES_A_DAY)
                + ":"
                + new ClockTime(minuteOfWeek % ClockTime.MINUTES_A_DAY);
    }
}
