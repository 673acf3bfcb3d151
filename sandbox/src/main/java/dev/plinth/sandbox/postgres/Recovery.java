package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pause;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts new servers from what is kept of others. */
final class Recovery {
    private static final Duration REPLAY_MAX = Duration.ofMinutes(15);
    private static final int LOG_LINES = 15;
    /** PostgreSQL's words when no transaction behind the moment is in the log. */
    private static final String NOTHING_LATER = "recovery ended before configured recovery target was reached";

    private final PostgresHome home;
    private final PostgresProcess process;
    private final Machines machines;
    private final Backups backups;

    Recovery(PostgresHome home, PostgresProcess process, Machines machines) {
        this.home = home;
        this.process = process;
        this.machines = machines;
        this.backups = new Backups(home);
    }

    /** The backup that a restore to the moment begins with; without a moment, the newest. */
    BackupRecord start(String source, Optional<Instant> moment) {
        var window = backups.window(source)
                .orElseThrow(() -> new MachineException(
                        "database %s keeps no backups: set its backupRetentionPeriod above 0".formatted(source)));
        moment.filter(at -> at.isAfter(window.latest().plusSeconds(1))).ifPresent(at -> {
            throw new MachineException("%s cannot be restored to %s: its latest restorable time is %s; ask for that or"
                            .formatted(source, at, window.latest())
                    + " earlier, or wait some seconds");
        });
        return backups.list(source).stream()
                .filter(backup ->
                        moment.filter(at -> at.isBefore(backup.from())).isEmpty())
                .max(Comparator.comparing(BackupRecord::from))
                .orElseThrow(() -> new MachineException("%s cannot be restored to %s: its first backup is of %s"
                        .formatted(source, moment.map(Instant::toString).orElse(""), window.earliest())));
    }

    /** Copies the backup, before it may be outlived. */
    void copy(String source, BackupRecord backup, PostgresFolder to) {
        copy(backups.data(source, backup), to);
        Disk.folder(to.data().resolve("pg_wal"));
    }

    void copy(Path data, PostgresFolder to) {
        try {
            Disk.folder(to.data());
            BaseBackup.copy(data, to.data());
        } catch (IOException e) {
            throw new MachineException("cannot copy %s: %s".formatted(data, e.getMessage()), e);
        }
    }

    /** Replays the source's archive into the copy until the moment, or to its end, and makes it a primary of its own. */
    void replay(PostgresRecord server, String source, Optional<Instant> moment) {
        var archive = new Archive(home.folder(source).archive());
        Disk.write(home.folder(server).data().resolve("recovery.signal"), "");
        if (moment.isEmpty() || !replayed(server, PostgresConfiguration.recovering(archive.folder(), moment))) {
            // All that is archived is from before the moment.
            replayAll(server, archive);
        }
        process.configure(server, home.folder(server), Map.of());
        machines.restart(server.place().name());
        process.awaitReady(server);
    }

    /** What is missing or damaged ends a replay as well as the archive's end does, and must not pass for it. */
    private void replayAll(PostgresRecord server, Archive archive) {
        String name = server.place().name();
        try {
            var last = archive.last();
            machines.find(name).ifPresent(early -> machines.halt(name));
            if (!replayed(server, PostgresConfiguration.recovering(archive.folder(), Optional.empty()))) {
                throw failed(server);
            }
            try (var connection = home.connect(server)) {
                var end = ReplayEnd.of(connection);
                if (last.isPresent() && !end.reaches(last.get(), connection)) {
                    throw new MachineException(
                            "database %s cannot be restored: the log in %s is missing or damaged behind %s, and goes on to %s; ask for a moment before that, or restore a snapshot"
                                    .formatted(name, archive.folder(), end.position(), last.get()));
                }
            }
        } catch (SQLException | IOException e) {
            throw new MachineException("database %s cannot be restored: %s".formatted(name, e.getMessage()), e);
        }
    }

    private boolean replayed(PostgresRecord server, Map<String, String> recovering) {
        String name = server.place().name();
        long before = endings(name);
        process.configure(server, home.folder(server), recovering);
        process.launch(server, home.folder(server));
        boolean decided = Pause.until(
                REPLAY_MAX, () -> process.answers(server) || endings(name) > before || process.crashed(name));
        if (!decided || process.crashed(name)) {
            throw failed(server);
        }
        return endings(name) <= before;
    }

    private long endings(String name) {
        return tail(name).filter(line -> line.contains(NOTHING_LATER)).count();
    }

    private Stream<String> tail(String name) {
        return machines.logTail(name, LOG_LINES).stream();
    }

    private MachineException failed(PostgresRecord server) {
        List<String> said = tail(server.place().name()).toList();
        return new MachineException("database %s cannot be restored; it last said:\n%s"
                .formatted(server.place().name(), String.join("\n", said)));
    }
}
