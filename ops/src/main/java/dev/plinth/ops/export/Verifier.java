package dev.plinth.ops.export;

import dev.plinth.ops.Failure;
import dev.plinth.ops.export.Manifest.Part;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Restores an export, table by table, into temporary tables that are made like the real ones, with their checks, keys
 * and derived columns, and compares what is in them then with what was exported. The real tables are only looked at.
 */
final class Verifier {
    private static final String SCRATCH = "pg_temp.plinth_proof";

    private final Supplier<Connection> source;
    private final Shelf shelf;

    Verifier(Supplier<Connection> source, Shelf shelf) {
        this.source = source;
        this.shelf = shelf;
    }

    /** Every difference with its place; none of an export that restores what was exported. */
    List<String> differences(String id, Manifest manifest) {
        try (var connection = source.get()) {
            connection.setAutoCommit(false);
            var version = new Catalogue(connection).schemaVersion();
            if (!version.equals(manifest.schemaVersion())) {
                throw Failure.failed(
                        "%s is of schema version %s, and the database is at %s by now"
                                .formatted(id, manifest.schemaVersion(), version),
                        "an export is proven by tables of its own version: prove it before the next migration",
                        "or in a copy of the environment from that time");
            }
            var differences = new ArrayList<String>();
            for (var part : manifest.tables()) {
                differences.addAll(differences(connection, id, part));
            }
            return differences;
        } catch (SQLException e) {
            throw Failure.failed("the proof of %s stopped: %s".formatted(id, e.getMessage()));
        }
    }

    private List<String> differences(Connection connection, String id, Part part) throws SQLException {
        return Exporter.withFile(file -> {
            try {
                shelf.fetch(id, part, file);
                execute(
                        connection,
                        "CREATE TEMP TABLE plinth_proof (LIKE %s INCLUDING ALL)"
                                .formatted(part.table().quoted()));
                var rows = new Rows(connection);
                rows.fromFile(file, part.table(), SCRATCH);
                return compare(part, rows.count(part.table(), SCRATCH));
            } catch (SQLException | Failure e) {
                return List.of(
                        "%s: cannot be restored: %s".formatted(part.table().title(), e.getMessage()));
            } finally {
                connection.rollback();
            }
        });
    }

    private static List<String> compare(Part part, Rows.Count restored) {
        var title = part.table().title();
        if (restored.rows() != part.rows()) {
            return List.of("%s: expected %d rows, found %d".formatted(title, part.rows(), restored.rows()));
        } else if (!restored.sum().equals(part.sums().content())) {
            return List.of("%s: expected rows with sha256 %s, found %s"
                    .formatted(title, part.sums().content(), restored.sum()));
        }
        return List.of();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
