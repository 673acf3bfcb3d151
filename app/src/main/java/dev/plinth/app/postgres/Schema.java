package dev.plinth.app.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** The schema that this build of the app needs, which may be older than the one that is there. */
public final class Schema {
    /** The newest file of db/migration. */
    public static final String VERSION = "9";

    /** Flyway's own record: migrations only expand, so that later ones do no harm. */
    private static final String APPLIED = "select 1 from flyway_schema_history where version = ? and success";

    /** Throws when the schema is not there yet, or when the user may not look. */
    static void check(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(APPLIED)) {
            query.setString(1, VERSION);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("migration %s has not been applied".formatted(VERSION));
                }
            }
        }
    }

    private Schema() {}
}
