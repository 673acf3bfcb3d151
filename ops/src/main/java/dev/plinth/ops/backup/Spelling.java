package dev.plinth.ops.backup;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Ages and sizes as people read them. */
final class Spelling {
    private static final double KIB = 1024;
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    static String age(Duration age) {
        if (age.compareTo(Duration.ofMinutes(2)) < 0) {
            return "%d s".formatted(Math.max(0, age.toSeconds()));
        } else if (age.compareTo(Duration.ofHours(2)) < 0) {
            return "%d min".formatted(age.toMinutes());
        } else if (age.compareTo(Duration.ofDays(2)) < 0) {
            return "%d h".formatted(age.toHours());
        }
        return "%d days".formatted(age.toDays());
    }

    static String size(Optional<Long> bytes) {
        if (bytes.isEmpty()) {
            return "-";
        }
        var size = (double) bytes.get();
        var unit = 0;
        while (size >= KIB && unit < UNITS.length - 1) {
            size /= KIB;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
    }

    private Spelling() {}
}
