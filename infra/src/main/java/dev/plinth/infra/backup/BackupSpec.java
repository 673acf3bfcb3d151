package dev.plinth.infra.backup;

import dev.plinth.infra.config.Section;
import dev.plinth.infra.schedule.ClockTime;

/**
 * How often backups are made and how long they are kept.
 *
 * @param start when the daily backup may begin, UTC; the weekly and the monthly one follow an hour apart
 */
public record BackupSpec(ClockTime start, Retention retention, Lock lock) {
    private static final ClockTime EARLY_MORNING = ClockTime.parse("06:00");

    public static BackupSpec read(Section settings) {
        return new BackupSpec(
                settings.value("startTime", ClockTime.shape(), EARLY_MORNING),
                Retention.read(settings),
                settings.choice("lock", Lock.class, Lock.GOVERNANCE));
    }

    /** Days that daily, weekly and monthly backups are kept. */
    public record Retention(int dailyDays, int weeklyDays, int monthlyDays) {
        /** What AWS Backup's own audit asks for, and what point-in-time recovery covers as well. */
        private static final int DAILY = 35;

        private static final int WEEKLY = 90;
        /** Seven years. */
        private static final int MONTHLY = 2555;

        private static final int WEEK = 7;
        /** The longest that AWS Backup keeps anything. */
        private static final int DAYS_MAX = 36_500;

        static Retention read(Section settings) {
            var retention = new Retention(
                    settings.integer("dailyDays", WEEK, DAYS_MAX, DAILY),
                    settings.integer("weeklyDays", WEEK, DAYS_MAX, WEEKLY),
                    settings.integer("monthlyDays", 1, DAYS_MAX, MONTHLY));
            if (retention.weeklyDays < retention.dailyDays) {
                settings.report("weeklyDays", atLeast("dailyDays", retention.dailyDays), "raise it");
            }
            if (retention.monthlyDays < retention.weeklyDays) {
                settings.report("monthlyDays", atLeast("weeklyDays", retention.weeklyDays), "raise it");
            }
            return retention;
        }

        private static String atLeast(String key, int days) {
            return "at least as long as %s (%d)".formatted(key, days);
        }
    }

    /** Who may still shorten the life of a backup. */
    public enum Lock {
        /** Those who may change the vault's lock; nobody else. */
        GOVERNANCE,
        /** Nobody, not even AWS, from three days after the vault was made; it cannot be undone. */
        COMPLIANCE
    }
}
