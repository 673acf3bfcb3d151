package dev.plinth.ops.recovery;

import dev.plinth.ops.Failure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** A connection that only reads; everything that it reads is of one moment. */
final class Sql implements AutoCloseable {
    private static final int CONNECT_SECONDS_MAX = 20;
    /** A checksum of a large table takes its time. */
    private static final int STATEMENT_SECONDS_MAX = 3600;

    private static final String ABSENT = "nothing";

    private final Connection connection;

    private Sql(Connection connection) {
        this.connection = connection;
    }

    /** Enters a database by TLS; its certificate must be signed by the authority and carry its name. */
    static Sql open(Login login, Path authority) {
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty("sslrootcert", authority.toString());
        properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS_MAX));
        properties.setProperty("ApplicationName", "plinth drill");
        // One statement that fails leaves the others their moment.
        properties.setProperty("autosave", "always");
        // How times are written must not depend on where somebody runs this.
        properties.setProperty("options", "-c TimeZone=UTC -c statement_timeout=%ds".formatted(STATEMENT_SECONDS_MAX));
        try {
            var connection = DriverManager.getConnection(
                    "jdbc:postgresql://%s:%d/%s".formatted(login.host(), login.port(), login.database()), properties);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return new Sql(connection);
        } catch (SQLException e) {
            throw Failure.failed(
                    "%s cannot be entered: %s".formatted(login, e.getMessage()),
                    "it has no address in the internet: run this inside of its network");
        }
    }

    /** The rows of a question as names and values; a single column is a value without a name. */
    Map<String, String> rows(String question) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(question)) {
            var named = result.getMetaData().getColumnCount() > 1;
            Map<String, String> rows = new LinkedHashMap<>();
            while (result.next()) {
                rows.put(named ? text(result, 1) : "", text(result, named ? 2 : 1));
            }
            return rows;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // Nothing was written, so nothing is lost with it.
            return;
        }
    }

    private static String text(ResultSet result, int column) throws SQLException {
        return Objects.requireNonNullElse(result.getString(column), ABSENT);
    }
}
