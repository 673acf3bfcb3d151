package dev.plinth.ops.database;

import dev.plinth.ops.Failure;
import dev.plinth.ops.tls.Authority;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** How one enters a database. */
public record Login(String host, int port, String database, String user, String password) {
    private static final int CONNECT_SECONDS_MAX = 20;

    /** The same person at another server, by its endpoint and password. */
    public Login at(String endpoint, String otherPassword) {
        var colon = endpoint.lastIndexOf(':');
        return new Login(
                endpoint.substring(0, colon),
                Integer.parseInt(endpoint.substring(colon + 1)),
                database,
                user,
                otherPassword);
    }

    /** Enters it by TLS; the server's certificate must be signed by the authority and carry the server's name. */
    public Connection open(Authority authority, Visitor visitor) {
        try {
            return connect(Optional.of(authority), visitor);
        } catch (SQLException e) {
            throw Failure.failed(
                    "%s cannot be entered: %s".formatted(this, e.getMessage()),
                    "a real one has no address in the internet: run this inside of its network");
        }
    }

    /**
     * The same in the driver's own words. Where the authority is not at hand nobody checks who answers, and the password is
     * still safe: SCRAM never sends it.
     */
    public Connection connect(Optional<Authority> authority, Visitor visitor) throws SQLException {
        var properties = new Properties();
        properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS_MAX));
        properties.setProperty("channelBinding", "prefer");
        properties.putAll(visitor.properties());
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", visitor.name());
        properties.putAll(tls(authority));
        return DriverManager.getConnection("jdbc:postgresql://%s:%d/%s".formatted(host, port, database), properties);
    }

    /** How the driver is told whom to trust: nobody but the authority, where it is at hand. */
    public static Properties tls(Optional<Authority> authority) {
        var properties = new Properties();
        properties.setProperty("sslmode", authority.isPresent() ? "verify-full" : "require");
        authority.ifPresent(
                known -> properties.setProperty("sslrootcert", known.file().toString()));
        return properties;
    }

    /**
     * Who comes.
     *
     * @param name what the server's log and its list of connections show
     * @param properties what the driver is to be told besides
     */
    public record Visitor(String name, Map<String, String> properties) {
        public Visitor {
            properties = Map.copyOf(properties);
        }
    }

    /** Without the password, which is nobody's business. */
    @Override
    public String toString() {
        return "%s@%s:%d/%s".formatted(user, host, port, database);
    }
}
