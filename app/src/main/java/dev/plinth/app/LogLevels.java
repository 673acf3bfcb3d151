package dev.plinth.app;

import java.util.Map;
import java.util.logging.Level;

/** The level of the log, by the names that log stores know. */
final class LogLevels {
    private static final Map<String, Level> LEVELS =
            Map.of("debug", Level.FINE, "info", Level.INFO, "warn", Level.WARNING, "error", Level.SEVERE);

    static Level read(EnvironmentReader reader) {
        String level = reader.optional("MDL_LOG_LEVEL", "info", "one of debug, info, warn, error", LEVELS::containsKey);
        return LEVELS.getOrDefault(level, Level.INFO);
    }

    private LogLevels() {}
}
