package dev.plinth.infra.schedule;

import java.util.regex.Pattern;

/** A minute of the day. */
record ClockTime(int minute) {
    static final int MINUTES_A_DAY = 24 * 60;
    private static final Pattern FORMAT = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)");

    static ClockTime parse(String text) {
        var matcher = FORMAT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new ClockTime(Integer.parseInt(matcher.group(1)) * 60 + Integer.parseInt(matcher.group(2)));
    }

    @Override
    public String toString() {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
