package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.disk.Json;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds out up to which moment servers can be restored, by looking at where they write and what is archived. */
final class ArchiveWatch {
    /** A transaction has the time at which its commit began, and is written a little later. */
    private static final Duration COMMIT_MAX = Duration.ofSeconds(1);
    /** What matters is archived by then; the rest, such as a checkpoint's record, PostgreSQL is in no hurry with. */
    private static final Duration STALL = Duration.ofSeconds(10);
    /** The time, and the segment that must be archived for all before that time; a new segment is its header only. */
    private static final String POSITION = """
            SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint || ' '
                || pg_walfile_name(CASE WHEN (lsn - '0/0') % size <= 40 THEN lsn - 64 ELSE lsn END)
            FROM pg_current_wal_insert_lsn() AS lsn,
                (SELECT setting::numeric AS size FROM pg_settings WHERE name = 'wal_segment_size') AS segment
            """;

    private final PostgresHome home;
    private final Map<String, PostgresConnection> connections = new ConcurrentHashMap<>();
    private final Map<String, Position> waiting = new ConcurrentHashMap<>();

    private record Position(Instant at, String segment) {}

    ArchiveWatch(PostgresHome home) {
        this.home = home;
    }

    /** The latest moment to which the server can be restored, as far as was found out before. */
    static ArchiveState state(PostgresFolder folder) {
        return Json.read(folder.archiveState(), ArchiveState.class).orElse(ArchiveState.NOTHING);
    }

    /** Looks once, and writes down what became restorable since; false when the server does not answer as a primary. */
    boolean look(PostgresRecord server) {
        String name = server.place().name();
        try {
            var connection = connections.get(name);
            if (connection == null) {
                connection = home.connect(server);
                connections.put(name, connection);
            }
            look(name, connection);
            return true;
        } catch (SQLException e) {
            // What was restorable before still is.
            forget(name);
            return false;
        }
    }

    void forget(String name) {
        waiting.remove(name);
        var connection = connections.remove(name);
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // It was lost already, which is why it is forgotten.
                return;
            }
        }
    }

    /** Makes room in the archive. */
    void thin(PostgresFolder folder) throws IOException {
        var archive = new Archive(folder.archive());
        for (String segment : archive.after(state(folder).thinned())) {
            archive.thin(segment);
            Json.write(folder.archiveState(), new ArchiveState(state(folder).restorable(), segment));
        }
    }

    private void look(String name, PostgresConnection connection) throws SQLException {
        var archive = new Archive(home.folder(name).archive());
        var now = position(connection);
        var position = waiting.getOrDefault(name, now);
        if (archive.holds(now.segment())) {
            position = now;
        }
        if (archive.holds(position.segment())) {
            restorable(name, position.at());
            waiting.remove(name);
            if (!position.equals(now)) {
                waiting.put(name, now);
            }
            return;
        }
        waiting.put(name, position);
        if (position.segment().equals(now.segment())
                && position.at().plus(STALL).isBefore(now.at())) {
            connection.execute("SELECT pg_switch_wal()");
        }
    }

    private void restorable(String name, Instant at) {
        var folder = home.folder(name);
        var before = state(folder);
        var moment = at.minus(COMMIT_MAX).truncatedTo(ChronoUnit.SECONDS);
        if (moment.isAfter(before.restorable()) && home.record(name).isPresent()) {
            Json.write(folder.archiveState(), new ArchiveState(moment, before.thinned()));
        }
    }

    private static Position position(PostgresConnection connection) throws SQLException {
        String[] values = connection.query(POSITION).split(" ", -1);
        return new Position(Instant.ofEpochMilli(Long.parseLong(values[0])), values[1]);
    }
}
