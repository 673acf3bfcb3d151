package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.disk.Disk;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Set;

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

    private BaseBackup() {}

    /** Fills the folder with a copy that replays from the server's log; the copy's log folder is empty. */
    static void take(PostgresConnection server, Path data, Path copy) throws SQLException, IOException {
        server.execute("SELECT pg_backup_start('plinth', true)");
        Disk.folder(copy);
        Files.walkFileTree(data, new Copying(data, copy));
        // The label says from where to replay; without it the copy would come up as a damaged primary.
        String label = server.query("SELECT labelfile FROM pg_backup_stop(false)");
        Disk.write(copy.resolve("backup_label"), label);
    }

    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path data;
        private final Path copy;

        Copying(Path data, Path copy) {
            this.data = data;
            this.copy = copy;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            String name = data.relativize(folder).toString();
            Disk.folder(copy.resolve(name));
            if (EMPTIED.contains(name)) {
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
