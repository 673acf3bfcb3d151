package dev.plinth.infra.schedule;

import dev.plinth.infra.config.Shape;
import java.util.regex.Pattern;

/** A minute of the day, UTC. */
public record ClockTime(int minute) {
    static final int MINUTES_A_DAY = 24 * 60;
    private static final Pattern FORMAT = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)");

    public static Shape<ClockTime> shape() {
        return new Shape<>("a time of day, UTC", "06:00", ClockTime::parse);
    }

    public static ClockTime parse(String text) {
        var matcher = FORMAT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new ClockTime(Integer.parseInt(matcher.group(1)) * 60 + Integer.parseInt(matcher.group(2)));
    }

    /** The time so many hours later, on the next day if need be. */
    public ClockTime plusHours(int hours) {
        return new ClockTime((minute + hours * 60) % MINUTES_A_DAY);
    }

    /** The time as the first two fields of AWS's cron expressions. */
    public String cronFields() {
        return "%d %d".formatted(minute % 60, minute / 60);
    }

    @Override
    public String toString() {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
