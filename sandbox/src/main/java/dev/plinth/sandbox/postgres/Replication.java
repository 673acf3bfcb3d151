package dev.plinth.sandbox.postgres;

import static dev.plinth.sandbox.postgres.PostgresConnection.literal;

import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.Pause;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How one server comes to follow another: slot, copy, connection; and how far it is behind. */
final class Replication {
    private static final Duration SLOT_FREE_MAX = Duration.ofSeconds(10);
    private static final int SLOT_NAME_MAX = 63;
    private static final String LAG = """
            SELECT concat_ws(' ',
                (SELECT count(*) FROM pg_stat_wal_receiver WHERE status = 'streaming'),
                coalesce(pg_wal_lsn_diff(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()), 0)::bigint,
                CASE WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
                     ELSE coalesce(extract(epoch FROM now() - pg_last_xact_replay_timestamp()) * 1000, 0)::bigint END)
            """;

    /** What is acknowledged is flushed; a source may itself be a replica. */
    private static final String WRITTEN = """
            SELECT CASE WHEN pg_is_in_recovery()
                THEN coalesce(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())
                ELSE pg_current_wal_flush_lsn() END
            """;

    private final Path trusted;

    Replication(Path trusted) {
        this.trusted = trusted;
    }

    /** The settings of a replica that point to its source. */
    Map<String, String> following(PostgresRecord source, PostgresRecord replica) {
        return PostgresConfiguration.following(source, slot(replica), trusted);
    }

    /** Copies the source's data; the slot comes first, so that the source keeps all that happens from then on. */
    void copy(PostgresRecord source, PostgresFolder from, PostgresRecord replica, PostgresFolder to) {
        try (var connection = PostgresConnection.open(source, "postgres", trusted)) {
            dropSlot(connection, slot(replica));
            connection.execute(
                    "SELECT pg_create_physical_replication_slot(%s, true)".formatted(literal(slot(replica))));
            BaseBackup.take(connection, from.data(), to.data());
            Disk.write(to.data().resolve("standby.signal"), "");
        } catch (SQLException | IOException e) {
            throw new MachineException(
                    "cannot copy database %s for %s: %s"
                            .formatted(source.place().name(), replica.place().name(), e.getMessage()),
                    e);
        }
    }

    /** Gives the slot up, else the source would keep its log for a replica that is gone. */
    void forget(PostgresRecord source, PostgresRecord replica) {
        try (var connection = PostgresConnection.open(source, "postgres", trusted)) {
            String active =
                    "SELECT count(*) FROM pg_replication_slots WHERE active AND slot_name = " + literal(slot(replica));
            Pause.until(SLOT_FREE_MAX, () -> isZero(connection, active));
            dropSlot(connection, slot(replica));
        } catch (SQLException | MachineException e) {
            // The source does not answer: it is being removed as well, and its slots go with it.
            return;
        }
    }

    /** Waits until the replica has all that the source wrote before; false when the source does not answer, or in time. */
    boolean awaitInStep(PostgresRecord source, PostgresRecord replica, Duration timeout) {
        try (var connection = PostgresConnection.open(source, "postgres", trusted)) {
            var written = literal(connection.query(WRITTEN));
            var behind =
                    "SELECT 1 - count(*) FROM pg_replication_slots WHERE slot_name = %s AND active AND restart_lsn >= %s"
                            .formatted(literal(slot(replica)), written);
            return Pause.until(timeout, () -> isZero(connection, behind));
        } catch (SQLException | MachineException e) {
            // It is gone, perhaps for good.
            return false;
        }
    }

    ReplicaLag lag(PostgresRecord replica) {
        try (var connection = PostgresConnection.open(replica, "postgres", trusted)) {
            List<String> values = List.of(connection.query(LAG).split(" ", -1));
            return new ReplicaLag(
                    !values.get(0).equals("0"),
                    Long.parseLong(values.get(1)),
                    Duration.ofMillis(Long.parseLong(values.get(2))));
        } catch (SQLException e) {
            throw new MachineException(
                    "cannot ask replica %s how far it is: %s"
                            .formatted(replica.place().name(), e.getMessage()),
                    e);
        }
    }

    private static boolean isZero(PostgresConnection connection, String counting) {
        try {
            return connection.query(counting).equals("0");
        } catch (SQLException e) {
            throw new MachineException("the connection was lost: " + e.getMessage(), e);
        }
    }

    private static void dropSlot(PostgresConnection source, String slot) throws SQLException {
        source.execute("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = "
                + literal(slot));
    }

    /** A slot's name holds lower-case letters, digits and underscores only. */
    private static String slot(PostgresRecord replica) {
        String name = replica.place().name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
        return name.length() <= SLOT_NAME_MAX ? name : name.substring(0, SLOT_NAME_MAX);
    }
}
