package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.Secret;
import dev.plinth.sandbox.machine.Turns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** How servers come to be: empty, as replicas, and with what others had. What fails leaves nothing. */
final class Creation {
    private final PostgresHome home;
    private final PostgresProcess process;
    private final Recovery recovery;
    private final BackupUpkeep upkeep;
    private final Consumer<String> removal;

    Creation(PostgresHome home, PostgresProcess process, Recovery recovery, Ending ending) {
        this.home = home;
        this.process = process;
        this.recovery = recovery;
        this.upkeep = ending.upkeep();
        this.removal = ending.removal();
    }

    /** What begins and ends with a server. */
    record Ending(BackupUpkeep upkeep, Consumer<String> removal) {}

    PostgresServer empty(PrimarySpec spec) {
        PostgresAccount account = spec.account();
        if (account.user().equals(PostgresRecord.ADMINISTRATOR)
                || account.user().equals(PostgresRecord.REPLICATOR)) {
            throw new MachineException(
                    "database %s: the user name '%s' is reserved".formatted(spec.name(), account.user()));
        }
        clear(spec.name(), spec.urn());
        var record = new PostgresRecord(
                home.place(spec.name(), spec.urn(), spec.port()),
                "",
                new PostgresRecord.Access(account.user(), account.database()),
                new PostgresRecord.Secrets(Secret.random(), Secret.random()),
                spec.settings());
        return orRemove(record, folder -> {
            process.initialize(record, folder);
            process.configure(record, folder, Map.of());
            process.start(record, folder);
            home.asAdministrator(record, connection -> Roles.create(connection, account, record.secrets()));
            upkeep.begin(record);
        });
    }

    PostgresServer replica(ReplicaSpec spec, Replication replication) {
        PostgresRecord source = home.existing(spec.source());
        clear(spec.name(), spec.urn());
        var record = new PostgresRecord(
                home.place(spec.name(), spec.urn(), spec.port()),
                spec.source(),
                source.access(),
                source.secrets(),
                spec.settings());
        return orRemove(record, folder -> {
            replication.copy(source, home.folder(source), record, folder);
            process.configure(record, folder, replication.following(source, record));
            process.start(record, folder);
        });
    }

    PostgresServer restored(RestoreSpec spec, Turns turns) {
        return switch (spec.point()) {
            case RestorePoint.Moment moment -> replayed(spec, moment.source(), Optional.of(moment), turns);
            case RestorePoint.Latest latest -> replayed(spec, latest.source(), Optional.empty(), turns);
            case RestorePoint.FromSnapshot snapshot -> copied(spec, snapshot.id());
        };
    }

    private PostgresServer replayed(RestoreSpec spec, String from, Optional<RestorePoint.Moment> moment, Turns turns) {
        var at = moment.map(RestorePoint.Moment::at);
        var source = home.existing(from);
        var record = placed(spec, source.access(), source.secrets());
        return orRemove(record, folder -> {
            turns.alone(from, () -> recovery.copy(from, recovery.start(from, at), folder));
            recovery.replay(record, from, at);
            upkeep.begin(record);
        });
    }

    private PostgresServer copied(RestoreSpec spec, String snapshot) {
        var snapshots = new Snapshots(home);
        var kept = snapshots.existing(snapshot);
        var record = placed(spec, kept.access(), kept.secrets());
        return orRemove(record, folder -> {
            recovery.copy(snapshots.data(snapshot), folder);
            process.configure(record, folder, Map.of());
            process.start(record, folder);
            upkeep.begin(record);
        });
    }

    private PostgresRecord placed(RestoreSpec spec, PostgresRecord.Access access, PostgresRecord.Secrets secrets) {
        clear(spec.name(), spec.urn());
        var place = home.place(spec.name(), spec.urn(), spec.port());
        return new PostgresRecord(place, "", access, secrets, spec.settings());
    }

    private void clear(String name, String urn) {
        home.record(name).ifPresent(old -> {
            if (!old.place().urn().equals(urn)) {
                throw new MachineException("database %s exists already, made by %s: give the new one another identifier"
                        .formatted(name, old.place().urn()));
            }
        });
        removal.accept(name);
    }

    private PostgresServer orRemove(PostgresRecord record, Consumer<PostgresFolder> creation) {
        PostgresFolder folder = home.folder(record);
        try {
            // Known from the first moment on, so that an interrupted creation can be cleared.
            home.write(record);
            Disk.folder(folder.archive());
            home.issue(record, List.of());
            creation.accept(folder);
            return record.server();
        } catch (MachineException e) {
            removal.accept(record.place().name());
            throw e;
        }
    }
}
