package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.machine.CacheFolder;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.MachineState;
import dev.plinth.sandbox.machine.MachineStatus;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Turns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PostgreSQL servers as machines. Every call returns when the server answers over TLS, or fails with its last log lines
 * in the message; what a failed creation left is removed. Data lives in DIR/postgres/NAME.
 *
 * <p>Safe for use by several threads: calls for one server wait for each other.
 */
public final class PostgresServers {
    private final Machines machines;
    private final PostgresHome home;
    private final PostgresProcess process;
    private final Replication replication;
    private final Creation creation;
    private final Promotion promotion;
    private final BackupUpkeep upkeep;
    private final Turns turns = new Turns();

    public PostgresServers(Machines machines, CertificateAuthority authority, CacheFolder cache) {
        this.machines = machines;
        this.home = new PostgresHome(machines, authority);
        this.process = new PostgresProcess(machines, cache, authority.certificateFile());
        this.replication = new Replication(authority.certificateFile());
        this.promotion = new Promotion(home, process, replication, machines);
        this.upkeep = new BackupUpkeep(home, turns);
        var ending = new Creation.Ending(upkeep, this::remove);
        this.creation = new Creation(home, process, new Recovery(home, process, machines), ending);
    }

    /** Makes a new server; one that an interrupted creation of the same resource left is replaced. */
    public PostgresServer create(PrimarySpec spec) {
        return turns.alone(spec.name(), () -> creation.empty(spec));
    }

    /** Makes a new server that follows another one, which may itself be a replica. */
    public PostgresServer createReplica(ReplicaSpec spec) {
        return turns.alone(spec.name(), () -> creation.replica(spec, replication));
    }

    /** Makes a new server with the data that another one had; its owner has the password of that moment. */
    public PostgresServer restore(RestoreSpec spec) {
        return turns.alone(spec.name(), () -> creation.restored(spec, turns));
    }

    /**
     * Makes a replica a primary of its own, with all that its source wrote if that still answers; its first backup follows
     * in a moment. One that is a primary stays it.
     */
    public PostgresServer promote(String name, int backupDays) {
        return turns.alone(
                name, () -> promotion.promote(home.existing(name), backupDays).server());
    }

    /** Applies new settings: by a reload where that is enough, else by a restart. */
    public PostgresServer configure(String name, PostgresSettings settings) {
        return turns.alone(name, () -> {
            PostgresRecord record = home.existing(name).with(settings);
            Map<String, String> following =
                    record.isReplica() ? replication.following(home.existing(record.source()), record) : Map.of();
            process.configure(record, home.folder(name), following);
            home.write(record);
            if (process.reload(record)) {
                restart(name);
            }
            upkeep.begin(record);
            return record.server();
        });
    }

    /** Gives the account of a primary a new password. */
    public void changePassword(String name, String password) {
        PostgresRecord record = home.existing(name);
        if (record.isReplica()) {
            throw new MachineException(
                    "database %s follows %s: change the password there".formatted(name, record.source()));
        }
        home.asAdministrator(
                record, connection -> connection.setPassword(record.access().user(), password));
    }

    /** Makes the server's certificate valid for these addresses as well, which lead to it. */
    public void answerTo(String name, List<String> addresses) {
        home.issue(home.existing(name), addresses);
        process.reload(home.existing(name));
    }

    public void restart(String name) {
        machines.restart(name);
        process.awaitReady(home.existing(name));
    }

    /** Ends the server as a failed computer does, and returns when it has recovered. */
    public void crash(String name) {
        machines.crash(name);
        process.awaitReady(home.existing(name));
    }

    /** Whether the server lets clients in at this moment; a replica may be behind. */
    public boolean answers(String name) {
        return home.record(name).filter(process::serves).isPresent();
    }

    /** Stops the server and deletes its data; a name that is not there is fine. */
    public void remove(String name) {
        turns.alone(name, () -> {
            upkeep.end(name);
            machines.remove(name);
            home.record(name).filter(PostgresRecord::isReplica).ifPresent(this::leaveSource);
            home.forget(name);
        });
    }

    /** Stops the server and keeps its data as a snapshot, in place of one of that id. */
    public void removeButKeep(String name, String snapshotId, Map<String, String> facts) {
        turns.alone(name, () -> {
            home.record(name).ifPresent(record -> {
                machines.find(name).map(MachineStatus::name).ifPresent(machines::halt);
                snapshots().keep(snapshotId, record, facts);
            });
            remove(name);
        });
    }

    public Optional<PostgresServer> find(String name) {
        return home.record(name).map(PostgresRecord::server);
    }

    /** The server that a replica follows; empty for a primary. */
    public Optional<String> sourceOf(String name) {
        return home.record(name).map(PostgresRecord::source).filter(source -> !source.isEmpty());
    }

    /** How the server's process is doing. */
    public MachineState state(String name) {
        return machines.find(name).map(MachineStatus::state).orElse(MachineState.FAILED);
    }

    /** When each of the server's base backups was complete, the oldest first. */
    public List<Instant> backups(String name) {
        return new Backups(home).list(name).stream().map(BackupRecord::from).toList();
    }

    /** For how many days the server can be restored to any second. */
    public int backupDays(String name) {
        return home.existing(name).settings().backupDays();
    }

    public ReplicaLag lag(String replica) {
        return replication.lag(home.existing(replica));
    }

    public Snapshots snapshots() {
        return new Snapshots(home);
    }

    /** From when until when the server can be restored; empty while it keeps no backup. */
    public Optional<RestoreWindow> window(String name) {
        return new Backups(home).window(name);
    }

    /** Looks after the backups of every primary once: what is restorable, what is due, what is outlived. */
    public void tend(Duration backupEvery) {
        upkeep.tend(backupEvery);
    }

    private void leaveSource(PostgresRecord replica) {
        home.record(replica.source()).ifPresent(source -> replication.forget(source, replica));
    }
}
