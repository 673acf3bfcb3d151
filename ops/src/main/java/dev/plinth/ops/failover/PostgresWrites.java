package dev.plinth.ops.failover;

import dev.plinth.ops.database.Login;
import dev.plinth.ops.database.Login.Visitor;
import dev.plinth.ops.tls.Authority;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Whether a PostgreSQL server gives out numbers of transactions, which one that only follows cannot. */
record PostgresWrites(Login login, Optional<Authority> authority) implements Probes.Probe {
    private static final String SECONDS_MAX = "2";
    private static final Visitor VISITOR = new Visitor(
            "plinth failover",
            Map.of("connectTimeout", SECONDS_MAX, "socketTimeout", SECONDS_MAX, "loginTimeout", SECONDS_MAX));

    @Override
    public boolean writes() {
        try (var connection = login.connect(authority, VISITOR);
                var statement = connection.createStatement()) {
            return statement.execute("SELECT pg_current_xact_id()");
        } catch (SQLException e) {
            return false;
        }
    }
}
