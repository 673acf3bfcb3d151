package dev.plinth.ops.export;

import dev.plinth.ops.Failure;
import dev.plinth.ops.database.Login.Visitor;
import dev.plinth.ops.export.Manifest.Origin;
import dev.plinth.ops.export.Manifest.Part;
import dev.plinth.ops.export.Manifest.Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Supplier;

/** Exports every table of a database as it was at one moment. */
final class Exporter {
    /** What texts look like must not depend on where somebody runs this. */
    static final String SETTINGS =
            "-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=postgres -c bytea_output=hex -c extra_float_digits=1";

    static final Visitor VISITOR = new Visitor("plinth backup", Map.of("options", SETTINGS));

    private final Supplier<Connection> source;
    private final Shelf shelf;

    Exporter(Supplier<Connection> source, Shelf shelf) {
        this.source = source;
        this.shelf = shelf;
    }

    /** An export that is there. */
    record Made(String id, Manifest manifest) {}

    /** Makes an export and reads every object of it back. */
    Made export(Origin origin, Instant now) {
        try (var connection = source.get()) {
            // One snapshot for all tables, so that no row refers to one that is missing; writers are not held up.
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return export(connection, origin, now);
        } catch (SQLException e) {
            throw Failure.failed("the export stopped: " + e.getMessage(), "nothing of it counts; run it again");
        }
    }

    private Made export(Connection connection, Origin origin, Instant now) throws SQLException {
        var catalogue = new Catalogue(connection);
        var version = catalogue.schemaVersion();
        var id = Export.id(now, version);
        var parts = new ArrayList<Part>();
        for (var table : catalogue.tables()) {
            parts.add(copy(connection, id, table));
        }
        var from = new Origin(origin.stack(), origin.database(), catalogue.serverVersion(), origin.plinth());
        var manifest = new Manifest(Manifest.FORMAT, now.toString(), from, version, parts, catalogue.sequences());
        shelf.complete(id, manifest);
        return new Made(id, manifest);
    }

    private Part copy(Connection connection, String id, Table table) throws SQLException {
        var object = table.title() + ".copy.gz";
        return withFile(file -> {
            var count = new Rows(connection).toFile(table, file);
            var sums = new Sums(size(file), Rows.sum(file), count.sum());
            var part = new Part(table, object, count.rows(), sums);
            shelf.put(id, object, file);
            shelf.fetch(id, part, file);
            return part;
        });
    }

    /** Work with a file of its own, which is gone afterwards. */
    interface FileWork<T> {
        T with(Path file) throws SQLException;
    }

    static <T> T withFile(FileWork<T> work) throws SQLException {
        try {
            // Only its owner reads it: a table's rows are in it.
            var file = Files.createTempFile("plinth-export-", ".gz");
            try {
                return work.with(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw Failure.failed("the folder for temporary files cannot be used: " + e.getMessage());
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }
}
