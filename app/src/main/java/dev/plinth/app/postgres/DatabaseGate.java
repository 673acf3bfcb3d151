package dev.plinth.app.postgres;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.plinth.app.lifecycle.StartupException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Waits at start for the database, which may come up later than the app, and for the schema that the app needs. */
public final class DatabaseGate {
    private static final System.Logger LOG = System.getLogger(DatabaseGate.class.getName());
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Login login;
    private final Duration waitMax;
    private final Names names;

    /** {@code names} are the variables that a person must check when the database lets nobody in. */
    public DatabaseGate(Login login, Duration waitMax, Names names) {
        this.login = login;
        this.waitMax = waitMax;
        this.names = names;
    }

    /** The environment variables that the login came from. */
    public record Names(String user, String password) {}

    /** Returns when a connection could be opened; throws {@link StartupException} when none could in the time set. */
    public void await() {
        try {
            await("the database", DatabaseGate::greet);
        } catch (SQLException failure) {
            String cure = "Check MDL_DATABASE_URL (%s), %s (%s) and %s,"
                            .formatted(login.url(), names.user(), login.user(), names.password())
                    + " or wait longer with MDL_DATABASE_WAIT_SECONDS.";
            throw new StartupException(
                    "The database did not let the app in within %d s: %s%n  %s"
                            .formatted(waitMax.toSeconds(), failure.getMessage(), cure),
                    failure);
        }
    }

    /** Returns when the schema is as new as the app needs it; throws {@link StartupException} when it is not in time. */
    public void awaitSchema() {
        try {
            await("the schema", Schema::check);
        } catch (SQLException failure) {
            String cure = "Run the app with the argument 'migrate' as the schema's owner, and look at what it logs,"
                    + " or wait longer with MDL_DATABASE_WAIT_SECONDS.";
            throw new StartupException(
                    "The schema was not at version %s for the user %s within %d s: %s%n  %s"
                            .formatted(Schema.VERSION, login.user(), waitMax.toSeconds(), failure.getMessage(), cure),
                    failure);
        }
    }

    private static void greet(Connection connection) throws SQLException {
        LOG.log(INFO, "Connected to PostgreSQL {0}", connection.getMetaData().getDatabaseProductVersion());
    }

    /** Throws the last failure when the time is over. */
    private void await(String what, Condition condition) throws SQLException {
        var connections = new Connections(login);
        long begin = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try (var connection = connections.open(ATTEMPT_TIMEOUT)) {
                condition.check(connection);
                return;
            } catch (SQLException failure) {
                Duration waited = Duration.ofNanos(System.nanoTime() - begin);
                if (waited.plus(PAUSE).compareTo(waitMax) > 0 || !pause()) {
                    throw failure;
                }
                LOG.log(
                        WARNING,
                        "Waiting for {0}, {1} s of {2} s (attempt {3}): {4}",
                        what,
                        Long.toString(waited.toSeconds()),
                        Long.toString(waitMax.toSeconds()),
                        Integer.toString(attempt),
                        failure.getMessage());
            }
        }
    }

    /** Whether nobody wants the app to stop meanwhile. */
    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What a connection must show; throws what is missing. */
    private interface Condition {
        void check(Connection connection) throws SQLException;
    }
}
