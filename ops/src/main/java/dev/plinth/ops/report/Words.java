package dev.plinth.ops.report;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Figures as people read them. */
final class Words {
    static final String NOTHING = "–";

    /** In the two largest units that are not zero, as {@code 2 d 4 h}. */
    static String time(Optional<Duration> duration) {
        return duration.map(Words::time).orElse(NOTHING);
    }

    static String rate(Optional<Double> rate) {
        return rate.map(part -> String.format(Locale.ROOT, "%.0f %%", part * 100))
                .orElse(NOTHING);
    }

    static String aWeek(double deployments) {
        return String.format(Locale.ROOT, "%.1f a week", deployments);
    }

    static String count(int number, String one) {
        return number == 1 ? "1 " + one : "%d %ss".formatted(number, one);
    }

    private static String time(Duration time) {
        if (time.toDays() > 0) {
            return "%d d %d h".formatted(time.toDays(), time.toHoursPart());
        } else if (time.toHours() > 0) {
            return "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
        } else if (time.toMinutes() > 0) {
            return "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart());
        }
        return "%d s".formatted(time.toSeconds());
    }

    private Words() {}
}
