package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.machine.Endpoint;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.PGConnection;

/** Connections of the sandbox's administrator, over TLS with the server's certificate checked. */
final class PostgresConnection implements AutoCloseable {
    private final Connection connection;

    private PostgresConnection(Connection connection) {
        this.connection = connection;
    }

    static PostgresConnection open(PostgresRecord server, String database, Path trusted) throws SQLException {
        Endpoint endpoint = server.place().endpoint();
        var properties = new Properties();
        properties.setProperty("user", PostgresRecord.ADMINISTRATOR);
        properties.setProperty("password", server.secrets().administrator());
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty("sslrootcert", trusted.toString());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", "120");
        properties.setProperty("ApplicationName", "plinth sandbox");
        return new PostgresConnection(DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/%s".formatted(endpoint.host(), endpoint.port(), database), properties));
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, as text. */
    String query(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                return "";
            }
            String value = rows.getString(1);
            return value == null ? "" : value;
        }
    }

    /** Hashed on this side, so that the password is in no statement and in no log. */
    void setPassword(String role, String password) throws SQLException {
        connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }

    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
