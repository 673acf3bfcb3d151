package dev.plinth.ops.failover;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Whether a PostgreSQL server gives out numbers of transactions, which one that only follows cannot. */
final class PostgresWrites implements Probes.Probe {
    private static final String SECONDS_MAX = "2";

    private final String url;
    private final Properties properties = new Properties();

    PostgresWrites(Probes.Address address, String database, Probes.Login login) {
        this.url = "jdbc:postgresql://%s:%d/%s".formatted(address.host(), address.port(), database);
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        // Where the authority is not at hand the password is still safe: SCRAM never sends it.
        properties.setProperty("sslmode", address.authority().isPresent() ? "verify-full" : "require");
        address.authority().ifPresent(file -> properties.setProperty("sslrootcert", file.toString()));
        properties.setProperty("channelBinding", "prefer");
        properties.setProperty("connectTimeout", SECONDS_MAX);
        properties.setProperty("socketTimeout", SECONDS_MAX);
        properties.setProperty("loginTimeout", SECONDS_MAX);
        properties.setProperty("ApplicationName", "plinth failover");
    }

    @Override
    public boolean writes() {
        try (var connection = DriverManager.getConnection(url, properties);
                var statement = connection.createStatement()) {
            return statement.execute("SELECT pg_current_xact_id()");
        } catch (SQLException e) {
            return false;
        }
    }
}
