package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.Turns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the backups of every primary: the first at once, further ones on time, and what is outlived no longer. */
final class BackupUpkeep {
    private static final Logger LOG = Logger.getLogger(BackupUpkeep.class.getName());
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final PostgresHome home;
    private final Turns turns;
    private final Backups backups;
    private final ArchiveWatch watch;
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();

    private record Failure(Instant at, String message) {}

    BackupUpkeep(PostgresHome home, Turns turns) {
        this.home = home;
        this.turns = turns;
        this.backups = new Backups(home);
        this.watch = new ArchiveWatch(home);
    }

    /** Takes the first backup of a server that is to have some, and deletes those of one that is not. */
    void begin(PostgresRecord server) {
        String name = server.place().name();
        if (server.isReplica()) {
            return;
        }
        if (server.settings().backupDays() == 0) {
            watch.forget(name);
            backups.clear(name);
        } else if (backups.list(name).isEmpty()) {
            backups.take(server);
        }
    }

    void end(String name) {
        watch.forget(name);
        failures.remove(name);
    }

    void tend(Duration every) {
        home.all().stream()
                .filter(server -> !server.isReplica() && server.settings().backupDays() > 0)
                .forEach(server -> turns.ifFree(server.place().name(), () -> attempt(server, every)));
    }

    /** What fails for one server must not end the upkeep of the others. */
    private void attempt(PostgresRecord server, Duration every) {
        String name = server.place().name();
        try {
            tend(server, every);
        } catch (MachineException | IOException | UncheckedIOException e) {
            var failure = new Failure(Instant.now(), String.valueOf(e.getMessage()));
            var before = failures.put(name, failure);
            // A fault that stays is told once.
            if (before == null || !before.message().equals(failure.message())) {
                LOG.log(Level.WARNING, e, () -> "cannot keep the backups of " + name);
            }
        }
    }

    private void tend(PostgresRecord server, Duration every) throws IOException {
        String name = server.place().name();
        // Removed or changed since it was listed.
        if (home.record(name).filter(server::equals).isEmpty()) {
            return;
        }
        if (!watch.look(server) || failedJustNow(name)) {
            return;
        }
        boolean due = isDue(name, every);
        if (due) {
            // What is outlived goes first: there may be no room for more.
            backups.prune(server);
        }
        watch.thin(home.folder(name));
        if (due) {
            backups.take(server);
            backups.prune(server);
        }
        failures.remove(name);
    }

    private boolean failedJustNow(String name) {
        var failure = failures.get(name);
        return failure != null && failure.at().plus(AFTER_FAILURE).isAfter(Instant.now());
    }

    /** One that has none yet, such as a replica that was promoted, is due at once. */
    private boolean isDue(String name, Duration every) {
        var newest = backups.list(name).stream().map(BackupRecord::from).max(Comparator.naturalOrder());
        return newest.filter(from -> from.plus(every).isAfter(Instant.now())).isEmpty();
    }
}
