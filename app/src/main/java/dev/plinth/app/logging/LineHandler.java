package dev.plinth.app.logging;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.StreamHandler;

/** Writes each record as a line that is out when {@code publish} returns. */
final class LineHandler extends StreamHandler {
    /** Libraries whose running comments would only repeat what the app says itself, and from which level they count. */
    private static final Map<String, Level> LIBRARIES = Map.of(
            "io.helidon.", Level.WARNING,
            "com.zaxxer.hikari.", Level.WARNING,
            "org.flywaydb.", Level.WARNING,
            "org.postgresql.", Level.WARNING,
            "io.netty.", Level.SEVERE,
            "io.lettuce.", Level.SEVERE);

    LineHandler(OutputStream target) {
        super(target, new JsonLines());
        setLevel(Level.ALL);
        setFilter(LineHandler::counts);
        try {
            setEncoding(StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public synchronized void publish(LogRecord logged) {
        super.publish(logged);
        flush();
    }

    private static boolean counts(LogRecord logged) {
        String logger = String.valueOf(logged.getLoggerName());
        return LIBRARIES.entrySet().stream()
                .filter(library -> logger.startsWith(library.getKey()))
                .allMatch(library ->
                        logged.getLevel().intValue() >= library.getValue().intValue());
    }
}
