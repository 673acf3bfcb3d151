package dev.plinth.sandbox.postgres;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What may change during a server's life: its parameters, and whether it refuses connections without TLS. */
public record PostgresSettings(boolean forceTls, SortedMap<String, String> parameters) {
    public PostgresSettings {
        parameters = new TreeMap<>(parameters);
    }

    public static PostgresSettings of(boolean forceTls, Map<String, String> parameters) {
        return new PostgresSettings(forceTls, new TreeMap<>(parameters));
    }
}
