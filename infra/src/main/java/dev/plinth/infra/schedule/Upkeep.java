package dev.plinth.infra.schedule;

import dev.plinth.infra.config.Section;

/** When a data store is backed up and maintained; the two never meet. */
public record Upkeep(DailyWindow backup, WeeklyWindow maintenance) {
    private static final DailyWindow NIGHT = DailyWindow.parse("02:00-03:00");
    private static final WeeklyWindow SUNDAY = WeeklyWindow.parse("sun:04:00-sun:05:00");

    public static Upkeep read(Section settings) {
        var backup = settings.value("backupWindow", DailyWindow.shape(), NIGHT);
        var maintenance = settings.value("maintenanceWindow", WeeklyWindow.shape(), SUNDAY);
        if (maintenance.overlaps(backup)) {
            settings.report(
                    "maintenanceWindow",
                    "a time that does not meet the backup window " + backup,
                    "move one of the two windows");
        }
        return new Upkeep(backup, maintenance);
    }
}
