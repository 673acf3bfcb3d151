package dev.plinth.sandbox.postgres;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What may change during a server's life: its parameters, whether it refuses connections without TLS, and for how many
 * days it can be restored to any second (0: it keeps no backups).
 */
public record PostgresSettings(boolean forceTls, SortedMap<String, String> parameters, int backupDays) {
    public PostgresSettings {
        parameters = new TreeMap<>(parameters);
    }

    public static PostgresSettings of(boolean forceTls, Map<String, String> parameters) {
        return new PostgresSettings(forceTls, new TreeMap<>(parameters), 0);
    }

    public PostgresSettings withBackups(int days) {
        return new PostgresSettings(forceTls, parameters, days);
    }
}
