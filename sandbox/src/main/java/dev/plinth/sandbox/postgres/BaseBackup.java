package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.disk.Disk;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

/** Copies a running server's data, the way PostgreSQL's manual describes for programs other than pg_basebackup. */
final class BaseBackup {
    /** Their content belongs to the running server, not to the data. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init", "standby.signal", "recovery.signal");

    private static final String CONTROL = "global/pg_control";

    private static final Pattern START = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");

    private BaseBackup() {}

    /** What a copy replays: the WAL segments from the first to the last make it a whole. */
    record Taken(String firstWal, String lastWal) {}

    /** Fills the folder with a copy that replays from the server's log; the copy's log folder is empty. */
    static Taken take(PostgresConnection server, Path data, Path copy) throws SQLException, IOException {
        return take(server, data, copy, false);
    }

    /** The same, but returns when the log that the copy needs is in the archive. */
    static Taken takeArchived(PostgresConnection server, Path data, Path copy) throws SQLException, IOException {
        return take(server, data, copy, true);
    }

    /** Copies a folder of data that no server uses. */
    static void copy(Path data, Path copy) throws IOException {
        Files.walkFileTree(data, new Copying(data, copy, Set.of()));
    }

    private static Taken take(PostgresConnection server, Path data, Path copy, boolean archived)
            throws SQLException, IOException {
        server.execute("SELECT pg_backup_start('plinth', true)");
        Disk.folder(copy);
        Files.walkFileTree(data, new Copying(data, copy, EMPTIED));
        // It says up to where a standby's data is to be replayed before it is a whole, so it has to be the last.
        Files.copy(data.resolve(CONTROL), copy.resolve(CONTROL), StandardCopyOption.REPLACE_EXISTING);
        String answer = server.query(
                "SELECT pg_walfile_name(lsn) || E'\\n' || labelfile FROM pg_backup_stop(%s)".formatted(archived));
        int end = answer.indexOf('\n');
        String label = answer.substring(end + 1);
        // The label says from where to replay; without it the copy would come up as a damaged primary.
        Disk.write(copy.resolve("backup_label"), label);
        return new Taken(firstWal(label), answer.substring(0, end));
    }

    private static String firstWal(String label) throws IOException {
        var start = START.matcher(label);
        if (!start.find()) {
            throw new IOException("the label of the copy names no WAL segment: " + label);
        }
        return start.group(1);
    }

    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path data;
        private final Path copy;
        private final Set<String> emptied;

        Copying(Path data, Path copy, Set<String> emptied) {
            this.data = data;
            this.copy = copy;
            this.emptied = emptied;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            String name = data.relativize(folder).toString();
            Disk.folder(copy.resolve(name));
            if (emptied.contains(name)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = String.valueOf(file.getFileName());
            if (!LEFT_OUT.contains(name) && !name.startsWith("pgsql_tmp")) {
                try {
                    Files.copy(file, copy.resolve(data.relativize(file).toString()));
                } catch (NoSuchFileException e) {
                    // The server may drop a table while it is being copied: the log says so to whoever replays it.
                    return FileVisitResult.CONTINUE;
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
