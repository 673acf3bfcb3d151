package dev.plinth.infra.backup;

import dev.plinth.infra.schedule.ClockTime;
import java.util.List;
import java.util.Optional;

/** One rhythm of backups: when, and for how long in which storage. */
record BackupRule(String name, String cron, int keepDays, Optional<Integer> coldAfterDays) {
    /** What goes to cold storage must stay there so long; AWS Backup refuses less. */
    private static final int COLD_DAYS_MIN = 90;

    private static final int COLD_AFTER_DAYS = 90;

    static List<BackupRule> of(BackupSpec spec) {
        var retention = spec.retention();
        return List.of(
                new BackupRule("daily", cron(spec.start(), 0, "* * ? *"), retention.dailyDays(), Optional.empty()),
                new BackupRule("weekly", cron(spec.start(), 1, "? * SUN *"), retention.weeklyDays(), Optional.empty()),
                new BackupRule(
                        "monthly",
                        cron(spec.start(), 2, "1 * ? *"),
                        retention.monthlyDays(),
                        cold(retention.monthlyDays())));
    }

    /** Only some kinds of data have cold storage; of the others, RDS among them, AWS Backup keeps all warm. */
    private static Optional<Integer> cold(int keepDays) {
        return keepDays >= COLD_AFTER_DAYS + COLD_DAYS_MIN ? Optional.of(COLD_AFTER_DAYS) : Optional.empty();
    }

    /** Times are UTC; the rhythms start apart so that they never wait for each other. */
    private static String cron(ClockTime start, int hoursLater, String days) {
        return "cron(%s %s)".formatted(start.plusHours(hoursLater).cronFields(), days);
    }
}
