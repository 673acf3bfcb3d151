package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.disk.Json;
import dev.plinth.sandbox.machine.MachineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Snapshots of servers: each a folder of data that a new server can start from. */
public final class Snapshots {
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9:-]{0,254}");
    private final PostgresHome home;

    Snapshots(PostgresHome home) {
        this.home = home;
    }

    /** What is kept beside the data. */
    record Kept(Snapshot snapshot, PostgresRecord.Access access, PostgresRecord.Secrets secrets) {}

    /** Copies a running primary's data; the log that makes the copy a whole comes with it. */
    public Snapshot take(String id, String server, Map<String, String> facts) {
        if (find(id).isPresent()) {
            throw new MachineException(
                    "there is a snapshot %s already: give the new one another identifier, or delete it".formatted(id));
        }
        var record = home.existing(server);
        if (record.isReplica()) {
            throw new MachineException(
                    "%s is a replica of %s: take the snapshot of that".formatted(server, record.source()));
        }
        Path place = place(id);
        var data = home.folder(server).data();
        try (var connection = home.connect(record)) {
            // The slot keeps the log from being recycled; it goes with the connection.
            connection.execute("SELECT pg_create_physical_replication_slot('plinth_' || pg_backend_pid(), true, true)");
            var taken = BaseBackup.take(connection, data, place.resolve("data"));
            copyLog(data.resolve("pg_wal"), place.resolve("data/pg_wal"), taken);
            return write(id, record, facts);
        } catch (SQLException | IOException | UncheckedIOException e) {
            Disk.delete(place);
            throw new MachineException("cannot take a snapshot of %s: %s".formatted(server, e.getMessage()), e);
        }
    }

    /** Every finished snapshot, the oldest first. */
    public List<Snapshot> list() {
        if (!Files.isDirectory(home.snapshots())) {
            return List.of();
        }
        try (var folders = Files.list(home.snapshots())) {
            return folders.flatMap(folder -> kept(folder).stream())
                    .map(Kept::snapshot)
                    .sorted(Comparator.comparing(Snapshot::created).thenComparing(Snapshot::id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + home.snapshots(), e);
        }
    }

    public Optional<Snapshot> find(String id) {
        return kept(place(id)).map(Kept::snapshot);
    }

    public void delete(String id) {
        if (find(id).isEmpty()) {
            throw new MachineException("there is no snapshot " + id);
        }
        Disk.delete(place(id));
    }

    /** The data of a server that has ended becomes the snapshot; it takes the place of one of the same name. */
    void keep(String id, PostgresRecord ended, Map<String, String> facts) {
        Path place = place(id);
        Disk.delete(place);
        Disk.folder(place);
        try {
            Files.move(home.folder(ended).data(), place.resolve("data"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot keep the data of " + ended.place().name(), e);
        }
        write(id, ended, facts);
    }

    Kept existing(String id) {
        return kept(place(id)).orElseThrow(() -> new MachineException("there is no snapshot " + id));
    }

    Path data(String id) {
        return place(id).resolve("data");
    }

    private Snapshot write(String id, PostgresRecord server, Map<String, String> facts) {
        var created = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var snapshot = new Snapshot(id, server.place().name(), created, new TreeMap<>(facts));
        Json.write(place(id).resolve("snapshot.json"), new Kept(snapshot, server.access(), server.secrets()));
        return snapshot;
    }

    private static void copyLog(Path log, Path copy, BaseBackup.Taken taken) throws IOException {
        Disk.folder(copy);
        try (var segments = Files.list(log)) {
            for (Path segment : segments.toList()) {
                String name = String.valueOf(segment.getFileName());
                if (name.compareTo(taken.firstWal()) >= 0 && name.compareTo(taken.lastWal()) <= 0) {
                    Files.copy(segment, copy.resolve(name));
                }
            }
        }
    }

    private static Optional<Kept> kept(Path folder) {
        return Json.read(folder.resolve("snapshot.json"), Kept.class);
    }

    private Path place(String id) {
        if (!ID.matcher(id).matches()) {
            throw new MachineException(
                    "snapshot identifier '%s': expected a letter, then letters, digits and dashes".formatted(id));
        }
        return home.snapshots().resolve(id);
    }
}
