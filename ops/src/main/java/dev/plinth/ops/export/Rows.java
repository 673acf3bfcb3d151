package dev.plinth.ops.export;

import dev.plinth.ops.Failure;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Rows of tables on their way out of and into a database, never all of them in memory. */
final class Rows {
    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    /** How many there were, and the SHA-256 of all of them. */
    record Count(long rows, String sum) {}

    /** Writes the rows of a table to a file, compressed. */
    Count toFile(Table table, Path file) throws SQLException {
        try (var out = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            return count(table, table.quoted(), out);
        } catch (IOException e) {
            throw Failure.failed("%s cannot be written to %s: %s".formatted(table.title(), file, e.getMessage()));
        }
    }

    /** Counts the rows of another table of the same columns. */
    Count count(Table table, String source) throws SQLException {
        try {
            return count(table, source, OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw Failure.failed("%s cannot be read: %s".formatted(source, e.getMessage()));
        }
    }

    /** Puts the rows of a file into another table of the same columns. */
    void fromFile(Path file, Table table, String target) throws SQLException {
        try (var in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            copies().copyIn(table.copyIn(target), in);
        } catch (IOException e) {
            throw Failure.failed("the export of %s cannot be read: %s".formatted(table.title(), e.getMessage()));
        }
    }

    /** The SHA-256 of a file's bytes. */
    static String sum(Path file) {
        var digest = digest();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, out);
        } catch (IOException e) {
            throw Failure.failed("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Count count(Table table, String source, OutputStream out) throws SQLException, IOException {
        var digest = digest();
        var rows = copies().copyOut(table.copyOut(source), new DigestOutputStream(out, digest));
        return new Count(rows, HexFormat.of().formatHex(digest.digest()));
    }

    private CopyManager copies() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
