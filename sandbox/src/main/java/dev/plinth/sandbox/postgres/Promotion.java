package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.MachineState;
import dev.plinth.sandbox.machine.MachineStatus;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pause;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How a replica becomes a primary of its own. */
final class Promotion {
    private static final Logger LOG = Logger.getLogger(Promotion.class.getName());
    /** Then sessions that hold the replay up are ended, as RDS does when it restarts a replica to promote it. */
    private static final int UNDISTURBED_SECONDS_MAX = 10;

    private static final int PROMOTION_SECONDS_MAX = 60;
    private static final Duration CATCH_UP_MAX = Duration.ofSeconds(10);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(200);
    private static final String END_SESSIONS = """
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
            """;

    private final PostgresHome home;
    private final PostgresProcess process;
    private final Replication replication;
    private final Machines machines;

    Promotion(PostgresHome home, PostgresProcess process, Replication replication, Machines machines) {
        this.home = home;
        this.process = process;
        this.replication = replication;
        this.machines = machines;
    }

    /** Repeated after an interruption, it does what is left to do. */
    PostgresRecord promote(PostgresRecord replica, int backupDays) {
        if (!replica.isReplica()) {
            return replica;
        }
        try (var connection = home.connect(replica)) {
            if (connection.query("SELECT pg_is_in_recovery()").equals("t")) {
                catchUp(replica);
                endRecovery(replica, connection);
            }
        } catch (SQLException e) {
            throw new MachineException(
                    "cannot promote replica %s: %s".formatted(replica.place().name(), e.getMessage()), e);
        }
        var primary = replica.promoted(replica.settings().withBackups(backupDays));
        home.write(primary);
        settle(primary, replica);
        return primary;
    }

    private void catchUp(PostgresRecord replica) {
        home.record(replica.source())
                .filter(source -> !catchesUp(source, replica))
                .ifPresent(source -> LOG.info(() -> "%s is promoted without the last that %s wrote"
                        .formatted(replica.place().name(), source.place().name())));
    }

    /** A source that was killed is there again in a moment, with all that it acknowledged. */
    private boolean catchesUp(PostgresRecord source, PostgresRecord replica) {
        var end = Instant.now().plus(CATCH_UP_MAX);
        while (!replication.awaitInStep(source, replica, Duration.between(Instant.now(), end))) {
            if (!comesBack(source.place().name()) || Instant.now().isAfter(end)) {
                return false;
            }
            Pause.of(BETWEEN_QUESTIONS);
        }
        return true;
    }

    private boolean comesBack(String name) {
        return machines.find(name)
                .map(MachineStatus::state)
                .filter(state -> state == MachineState.STARTING || state == MachineState.RUNNING)
                .isPresent();
    }

    private static void endRecovery(PostgresRecord replica, PostgresConnection connection) throws SQLException {
        if (promoted(connection, UNDISTURBED_SECONDS_MAX)) {
            return;
        }
        connection.execute(END_SESSIONS);
        if (!promoted(connection, PROMOTION_SECONDS_MAX)) {
            throw new MachineException("replica %s did not become a primary within %d s: see its log"
                    .formatted(replica.place().name(), UNDISTURBED_SECONDS_MAX + PROMOTION_SECONDS_MAX));
        }
    }

    private static boolean promoted(PostgresConnection connection, int secondsMax) throws SQLException {
        return connection
                .query("SELECT CASE WHEN pg_is_in_recovery() THEN pg_promote(true, %d) ELSE true END"
                        .formatted(secondsMax))
                .equals("t");
    }

    /** There is no way back any more: what is left must not fail the promotion. */
    private void settle(PostgresRecord primary, PostgresRecord replica) {
        String name = primary.place().name();
        try {
            process.configure(primary, home.folder(primary), Map.of());
            process.reload(primary);
            if (!primary.archives()) {
                machines.restart(name);
                process.awaitReady(primary);
            }
            home.record(replica.source()).ifPresent(source -> replication.forget(source, replica));
        } catch (MachineException | UncheckedIOException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> name + " is promoted, but has the settings of a replica until the next run");
        }
    }
}
