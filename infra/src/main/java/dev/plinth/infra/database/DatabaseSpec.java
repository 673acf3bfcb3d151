package dev.plinth.infra.database;

import dev.plinth.infra.config.Section;
import dev.plinth.infra.config.Shape;
import dev.plinth.infra.schedule.Upkeep;

/**
 * What the database must be. {@code standby} is the second copy in another zone that takes over when the first fails.
 */
public record DatabaseSpec(
        String version,
        DatabaseSize size,
        int replicas,
        boolean standby,
        boolean publiclyAccessible,
        int rotationDays,
        Retention retention) {
    private static final int REPLICAS_MAX = 15;
    /** The longest that AWS's control SecretsManager.4 lets a password live. */
    private static final int ROTATION_DAYS_MAX = 90;

    private static final int ROTATION_DAYS = 30;
    private static final Shape<String> VERSION =
            Shape.matching("18", "the major version of PostgreSQL that the API's schema needs, in quotes", "18");

    public static DatabaseSpec read(Section settings) {
        return new DatabaseSpec(
                settings.value("version", VERSION, "18"),
                DatabaseSize.read(settings),
                settings.integer("replicas", 0, REPLICAS_MAX, 1),
                settings.safeguard("standby", "a failed zone stops the API until somebody restores the database"),
                // The security pack is the judge of this one: people should see it at work.
                settings.flag("publiclyAccessible", false),
                settings.integer("rotationDays", 1, ROTATION_DAYS_MAX, ROTATION_DAYS),
                Retention.read(settings));
    }

    /** How the data outlives mistakes. */
    public record Retention(int backupDays, boolean deletionProtection, Upkeep upkeep) {
        /** The longest that RDS keeps automated backups. */
        private static final int DAYS_MAX = 35;

        static Retention read(Section settings) {
            return new Retention(
                    settings.integer("backupDays", 0, DAYS_MAX, DAYS_MAX),
                    settings.safeguard("deletionProtection", "one wrong 'pulumi destroy' deletes the database"),
                    Upkeep.read(settings));
        }
    }
}
