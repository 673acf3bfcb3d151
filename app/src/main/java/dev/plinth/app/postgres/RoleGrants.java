package dev.plinth.app.postgres;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The statements that give the API's role what it needs, on what is there and on what later migrations make. */
final class RoleGrants {
    private static final String ROWS = "select, insert, update, delete";

    static List<String> of(String databaseName, String roleName, Statement quoting) throws SQLException {
        String database = quoting.enquoteIdentifier(databaseName, true);
        String role = quoting.enquoteIdentifier(roleName, true);
        var statements = new ArrayList<>(List.of(
                // Else anybody could fill the disk with temporary tables.
                "revoke temporary on database %s from public".formatted(database),
                "grant connect on database %s to %s".formatted(database, role),
                "grant usage on schema public to %s".formatted(role),
                "grant %s on all tables in schema public to %s".formatted(ROWS, role),
                "grant usage on all sequences in schema public to %s".formatted(role),
                "alter default privileges in schema public grant %s on tables to %s".formatted(ROWS, role),
                "alter default privileges in schema public grant usage on sequences to %s".formatted(role),
                // The API only looks which version the schema has.
                "revoke insert, update, delete on flyway_schema_history from %s".formatted(role),
                // What has happened stays as it was.
                "revoke update, delete on audit_event, audit_link from %s".formatted(role)));
        SessionLimits.all()
                .forEach((limit, milliseconds) ->
                        statements.add("alter role %s set %s = %s".formatted(role, limit, milliseconds)));
        return statements;
    }

    private RoleGrants() {}
}
