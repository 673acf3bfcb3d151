package dev.plinth.ops.rotation;

import dev.plinth.ops.Failure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.PGConnection;

/** Signs in to a database of PostgreSQL by new connections. */
final class PostgresEntry {
    private static final String SECONDS_MAX = "10";
    /** PostgreSQL's class of codes for who is not let in: invalid password, invalid authorization. */
    private static final String REFUSED_CLASS = "28";

    private final String address;
    private final String user;
    private final Properties tls;

    /** Who signs in where; the properties are how the server is known. */
    PostgresEntry(String address, String user, Properties tls) {
        this.address = address;
        this.user = user;
        this.tls = tls;
    }

    Answer signIn(String password) {
        try (var connection = open(password)) {
            return connection.isValid(1) ? Answer.LET_IN : Answer.SILENT;
        } catch (SQLException e) {
            return Objects.requireNonNullElse(e.getSQLState(), "").startsWith(REFUSED_CLASS)
                    ? Answer.REFUSED
                    : Answer.SILENT;
        }
    }

    /** Lets the user change its own password; the server gets a verifier and never sees the password itself. */
    void change(String present, String next) {
        try (var connection = open(present)) {
            connection.unwrap(PGConnection.class).alterUserPassword(user, next.toCharArray(), "scram-sha-256");
        } catch (SQLException e) {
            throw Failure.failed("%s cannot change its password: %s".formatted(this, e.getMessage()));
        }
    }

    private Connection open(String password) throws SQLException {
        var properties = new Properties();
        properties.putAll(tls);
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", SECONDS_MAX);
        properties.setProperty("socketTimeout", SECONDS_MAX);
        properties.setProperty("loginTimeout", SECONDS_MAX);
        properties.setProperty("ApplicationName", "plinth rotate");
        return DriverManager.getConnection("jdbc:postgresql://" + address, properties);
    }

    @Override
    public String toString() {
        return "%s@%s".formatted(user, address);
    }
}
