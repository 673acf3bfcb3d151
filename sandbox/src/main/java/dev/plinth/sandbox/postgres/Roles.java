package dev.plinth.sandbox.postgres;

import static dev.plinth.sandbox.postgres.PostgresConnection.identifier;

import java.sql.SQLException;

/** The roles of a new server: as in the cloud, the account may do much, but it is no superuser. */
final class Roles {
    private static final String GROUP = "rds_superuser";
    private static final String GROUP_RIGHTS =
            "pg_monitor, pg_signal_backend, pg_checkpoint, pg_maintain, pg_use_reserved_connections";

    private Roles() {}

    static void create(PostgresConnection server, PostgresAccount account, PostgresRecord.Secrets secrets)
            throws SQLException {
        server.execute("CREATE ROLE %s REPLICATION LOGIN".formatted(PostgresRecord.REPLICATOR));
        server.setPassword(PostgresRecord.REPLICATOR, secrets.replicator());
        server.execute("CREATE ROLE %s NOLOGIN".formatted(GROUP));
        server.execute("GRANT %s TO %s WITH ADMIN OPTION".formatted(GROUP_RIGHTS, GROUP));
        String user = identifier(account.user());
        server.execute("CREATE ROLE %s LOGIN CREATEDB CREATEROLE".formatted(user));
        server.execute("GRANT %s TO %s WITH ADMIN OPTION".formatted(GROUP, user));
        server.setPassword(account.user(), account.password());
        if (!account.database().isEmpty() && !account.database().equals("postgres")) {
            server.execute("CREATE DATABASE %s OWNER %s".formatted(identifier(account.database()), user));
        }
    }
}
