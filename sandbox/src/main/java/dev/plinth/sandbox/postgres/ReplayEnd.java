package dev.plinth.sandbox.postgres;

import static dev.plinth.sandbox.postgres.PostgresConnection.literal;

import java.sql.SQLException;

/** Where a server that replayed another one's log left that, as its history tells: the position behind the last record. */
record ReplayEnd(String position) {
    private static final String HISTORY =
            "SELECT pg_read_file('pg_wal/' || left(pg_walfile_name(pg_current_wal_lsn()), 8) || '.history')";

    static ReplayEnd of(PostgresConnection server) throws SQLException {
        // A line for each timeline that was left: its number, where, and why.
        var left =
                server.query(HISTORY).lines().filter(line -> line.contains("/")).toList();
        if (left.isEmpty()) {
            throw new SQLException("the history of its log is empty");
        }
        return new ReplayEnd(left.getLast().split("\t", -1)[1]);
    }

    /** Whether some of the segment was replayed. */
    boolean reaches(String segment, PostgresConnection server) throws SQLException {
        return server.query("""
                        SELECT (%s::pg_lsn > '0/0'::pg_lsn + segment_number * setting::numeric)::text
                        FROM pg_split_walfile_name(%s), pg_settings WHERE name = 'wal_segment_size'
                        """.formatted(literal(position), literal(segment))).equals("true");
    }
}
