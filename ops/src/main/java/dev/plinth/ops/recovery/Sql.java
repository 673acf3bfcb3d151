package dev.plinth.ops.recovery;

import dev.plinth.ops.Failure;
import dev.plinth.ops.database.Login;
import dev.plinth.ops.tls.Authority;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A connection that only reads; everything that it reads is of one moment. */
final class Sql implements AutoCloseable {
    /** A checksum of a large table takes its time. */
    private static final int STATEMENT_SECONDS_MAX = 3600;

    private static final Login.Visitor VISITOR = new Login.Visitor(
            "plinth drill",
            Map.of(
                    // One statement that fails leaves the others their moment.
                    "autosave",
                    "always",
                    // How times are written must not depend on where somebody runs this.
                    "options",
                    "-c TimeZone=UTC -c statement_timeout=%ds".formatted(STATEMENT_SECONDS_MAX)));

    private static final String ABSENT = "nothing";

    private final Connection connection;

    private Sql(Connection connection) {
        this.connection = connection;
    }

    /** Enters a database whose certificate the authority must have signed. */
    static Sql open(Login login, Authority authority) {
        var connection = login.open(authority, VISITOR);
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return new Sql(connection);
        } catch (SQLException e) {
            throw Failure.failed("%s cannot be asked: %s".formatted(login, e.getMessage()));
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
