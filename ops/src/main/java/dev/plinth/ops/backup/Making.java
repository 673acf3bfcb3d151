package dev.plinth.ops.backup;

import dev.plinth.ops.Failure;
import dev.plinth.ops.backup.BackupDesk.Clock;
import dev.plinth.ops.cloud.Databases.Snapshot;
import dev.plinth.ops.cloud.Vaults;
import dev.plinth.ops.cloud.Vaults.RecoveryPoint;
import dev.plinth.ops.console.Screen;
import dev.plinth.ops.database.Database;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes backups by hand: a snapshot of RDS's, and a recovery point in the vault, which nobody deletes before its time. */
final class Making {
    /** As long as a copy of a large disk may take. */
    private static final Duration WAIT_MAX = Duration.ofHours(2);

    private static final Duration POLL = Duration.ofSeconds(2);
    private static final DateTimeFormatter NAME_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Database database;
    private final String region;
    private final Clock clock;
    private final Screen screen;

    Making(Database database, String region, Clock clock, Screen screen) {
        this.database = database;
        this.region = region;
        this.clock = clock;
        this.screen = screen;
    }

    /** One after the other: while a server is backed up RDS begins no second backup of it. */
    List<Backup> all() {
        var server = database.cloud().databases().server(database.primary());
        var order = order(server.arn());
        var made = new ArrayList<Backup>();
        made.add(Backup.of(snapshot(server.identifier()), region));
        order.ifPresent(wanted -> made.add(Backup.of(recoveryPoint(wanted), region)));
        return made;
    }

    /** Nothing where the environment has no vault. */
    private Optional<Vaults.Order> order(String serverArn) {
        var where = database.where();
        return where.operations().has("backup")
                ? Optional.of(new Vaults.Order(
                        where.text("/backup/vault"),
                        serverArn,
                        where.text("/backup/roleArn"),
                        where.whole("/backup/keepDays")))
                : Optional.empty();
    }

    private Snapshot snapshot(String server) {
        var databases = database.cloud().databases();
        var name =
                "%s-by-hand-%s".formatted(server, NAME_TIME.format(clock.now().instant()));
        databases.snapshot(server, name);
        screen.line("snapshot %s of %s is being made; it stays until somebody deletes it ...".formatted(name, server));
        return await("the snapshot " + name, () -> {
            var found = databases.snapshots(server).stream()
                    .filter(snapshot -> snapshot.identifier().equals(name))
                    .findFirst();
            if (found.filter(snapshot -> snapshot.status().equals("failed")).isPresent()) {
                throw Failure.failed("the snapshot %s failed".formatted(name), "look at the events of " + server);
            }
            return found.filter(snapshot -> snapshot.status().equals("available"));
        });
    }

    private RecoveryPoint recoveryPoint(Vaults.Order order) {
        var vaults = database.cloud().vaults();
        var id = vaults.start(order);
        screen.line("a recovery point in %s is being made; it is kept for %d days ..."
                .formatted(order.vault(), order.keepDays()));
        return await("the backup job " + id, () -> {
            var job = vaults.job(id);
            if (job.isLost()) {
                throw Failure.failed(
                        "the backup job %s ended as %s: %s".formatted(id, job.state(), job.message()),
                        "the snapshot is there all the same: plinth backup list");
            }
            return job.isCompleted() ? found(order.vault(), job.recoveryPointArn()) : Optional.empty();
        });
    }

    private Optional<RecoveryPoint> found(String vault, String arn) {
        return database.cloud().vaults().recoveryPoints(vault).stream()
                .filter(point -> point.arn().equals(arn))
                .findFirst();
    }

    private <T> T await(String what, Supplier<Optional<T>> look) {
        var deadline = clock.now().instant().plus(WAIT_MAX);
        for (var found = look.get(); ; found = look.get()) {
            if (found.isPresent()) {
                return found.get();
            } else if (clock.now().instant().isAfter(deadline)) {
                throw Failure.failed(
                        "%s is not done after %s".formatted(what, Spelling.age(WAIT_MAX)),
                        "it goes on; look at it again with: plinth backup list");
            }
            clock.interruption().pause(POLL);
        }
    }
}
