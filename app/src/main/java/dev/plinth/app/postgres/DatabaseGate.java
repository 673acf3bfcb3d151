package dev.plinth.app.postgres;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.plinth.app.lifecycle.StartupException;
import java.sql.SQLException;
import java.time.Duration;

/** Waits at start until the database lets the app in, which may come up later than the app. */
public final class DatabaseGate {
    private static final System.Logger LOG = System.getLogger(DatabaseGate.class.getName());
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DatabaseSettings settings;

    public DatabaseGate(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** Returns when a connection could be opened; throws {@link StartupException} when none could in the time set. */
    public void await() {
        var connections = new Connections(settings);
        long begin = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try (var connection = connections.open(ATTEMPT_TIMEOUT)) {
                LOG.log(
                        INFO,
                        "Connected to PostgreSQL {0}",
                        connection.getMetaData().getDatabaseProductVersion());
                return;
            } catch (SQLException failure) {
                Duration waited = Duration.ofNanos(System.nanoTime() - begin);
                if (waited.plus(PAUSE).compareTo(settings.startWait()) > 0) {
                    throw givenUp(failure);
                }
                LOG.log(
                        WARNING,
                        "Waiting for the database, {0} s of {1} s (attempt {2}): {3}",
                        Long.toString(waited.toSeconds()),
                        Long.toString(settings.startWait().toSeconds()),
                        Integer.toString(attempt),
                        failure.getMessage());
                pause(failure);
            }
        }
    }

    private void pause(SQLException failure) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw givenUp(failure);
        }
    }

    private StartupException givenUp(SQLException failure) {
        String cure = "Check MDL_DATABASE_URL (%s), MDL_DATABASE_USER (%s) and MDL_DATABASE_PASSWORD,"
                        .formatted(settings.url(), settings.user())
                + " or wait longer with MDL_DATABASE_WAIT_SECONDS.";
        return new StartupException(
                "The database did not let the app in within %d s: %s%n  %s"
                        .formatted(settings.startWait().toSeconds(), failure.getMessage(), cure),
                failure);
    }
}
