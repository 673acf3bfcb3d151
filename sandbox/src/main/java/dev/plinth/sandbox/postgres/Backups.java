package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.disk.Json;
import dev.plinth.sandbox.machine.MachineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The base backups that servers keep for restores to any second. */
final class Backups {
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    /** How long the archiver may take for one segment. */
    private static final Duration ARCHIVING_MAX = Duration.ofMinutes(10);

    private static final String ARCHIVE_FAILS = """
            SELECT (count(*) > 0)::text FROM pg_stat_archiver
            WHERE last_failed_time > coalesce(last_archived_time, '-infinity')
            """;

    private final PostgresHome home;

    Backups(PostgresHome home) {
        this.home = home;
    }

    /** Returns when the copy and the log that makes it a whole are there; fails at once while no log can be archived. */
    BackupRecord take(PostgresRecord server) {
        var folder = home.folder(server);
        String id = ID.format(Instant.now());
        Path place = folder.backups().resolve(id);
        try (var connection = home.connect(server)) {
            if (connection.query(ARCHIVE_FAILS).equals("true")) {
                throw new MachineException("cannot back database %s up: its log cannot be archived in %s; see its log"
                        .formatted(server.place().name(), folder.archive()));
            }
            var taken = BaseBackup.takeArchived(connection, folder.data(), place.resolve("data"));
            var from = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            var backup = new BackupRecord(id, from, taken.firstWal(), taken.lastWal());
            Json.write(place.resolve("backup.json"), backup);
            return backup;
        } catch (SQLException | IOException | UncheckedIOException e) {
            Disk.delete(place);
            throw new MachineException(
                    "cannot back database %s up: %s".formatted(server.place().name(), e.getMessage()), e);
        }
    }

    /** Finished backups, the oldest first. */
    List<BackupRecord> list(String server) {
        return folders(server).stream()
                .flatMap(folder -> Json.read(folder.resolve("backup.json"), BackupRecord.class).stream())
                .sorted(Comparator.comparing(BackupRecord::from))
                .toList();
    }

    Path data(String server, BackupRecord backup) {
        return home.folder(server).backups().resolve(backup.id()).resolve("data");
    }

    /** Deletes what the retention does not ask for, what interrupted backups left, and the log from before the oldest. */
    void prune(PostgresRecord server) throws IOException {
        String name = server.place().name();
        var retention = new Retention(Duration.ofDays(server.settings().backupDays()));
        for (BackupRecord backup : retention.outlived(list(name), Instant.now())) {
            Disk.delete(home.folder(name).backups().resolve(backup.id()));
        }
        folders(name).stream()
                .filter(folder -> !Files.exists(folder.resolve("backup.json")))
                .forEach(Disk::delete);
        var archive = new Archive(home.folder(name).archive());
        archive.forgetTorn(Instant.now().minus(ARCHIVING_MAX));
        var oldest = list(name).stream().findFirst();
        if (oldest.isPresent()) {
            archive.forgetBefore(oldest.get().firstWal());
        }
    }

    /** Forgets everything, of a server that is to keep no backups any more. */
    void clear(String server) {
        Disk.delete(home.folder(server).backups());
        Disk.delete(home.folder(server).archiveState());
    }

    /** From when until when the server can be restored; empty while it keeps no backup. */
    Optional<RestoreWindow> window(String server) {
        var latest = ArchiveWatch.state(home.folder(server)).restorable();
        return list(server).stream().findFirst().map(oldest -> new RestoreWindow(oldest.from(), latest));
    }

    private List<Path> folders(String server) {
        Path root = home.folder(server).backups();
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var folders = Files.list(root)) {
            return folders.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + root, e);
        }
    }
}
