package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.machine.MachineException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Logger;

/** How a replica becomes a primary of its own. */
final class Promotion {
    private static final Logger LOG = Logger.getLogger(Promotion.class.getName());
    private static final int PROMOTION_SECONDS_MAX = 60;
    private static final Duration CATCH_UP_MAX = Duration.ofSeconds(10);

    private final PostgresHome home;
    private final PostgresProcess process;
    private final Replication replication;

    Promotion(PostgresHome home, PostgresProcess process, Replication replication) {
        this.home = home;
        this.process = process;
        this.replication = replication;
    }

    /** Repeated after an interruption, it does what is left to do. */
    PostgresRecord promote(PostgresRecord replica, int backupDays) {
        if (!replica.isReplica()) {
            return replica;
        }
        home.record(replica.source())
                .filter(source -> !replication.awaitInStep(source, replica, CATCH_UP_MAX))
                .ifPresent(source -> LOG.info(() -> "%s is promoted without the last that %s wrote"
                        .formatted(replica.place().name(), source.place().name())));
        endRecovery(replica);
        var primary = replica.promoted(replica.settings().withBackups(backupDays));
        home.write(primary);
        process.configure(primary, home.folder(primary), Map.of());
        process.reload(primary);
        home.record(replica.source()).ifPresent(source -> replication.forget(source, replica));
        return primary;
    }

    private void endRecovery(PostgresRecord replica) {
        String name = replica.place().name();
        try (var connection = home.connect(replica)) {
            if (connection.query("SELECT pg_is_in_recovery()").equals("t")
                    && !connection
                            .query("SELECT pg_promote(true, %d)".formatted(PROMOTION_SECONDS_MAX))
                            .equals("t")) {
                throw new MachineException("replica %s did not become a primary within %d s: see its log"
                        .formatted(name, PROMOTION_SECONDS_MAX));
            }
        } catch (SQLException e) {
            throw new MachineException("cannot promote replica %s: %s".formatted(name, e.getMessage()), e);
        }
    }
}
