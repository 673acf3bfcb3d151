package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.disk.Json;
import dev.plinth.sandbox.machine.CacheFolder;
import dev.plinth.sandbox.machine.Claim;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Secret;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * PostgreSQL servers as machines. Every call returns when the server answers over TLS, or fails with its last log lines
 * in the message; what a failed creation left is removed. Data lives in DIR/postgres/NAME.
 *
 * <p>Safe for use by several threads as long as no two of them change the same server.
 */
public final class PostgresServers {
    private final Machines machines;
    private final CertificateAuthority authority;
    private final PostgresProcess process;
    private final Replication replication;
    private final Path root;

    public PostgresServers(Machines machines, CertificateAuthority authority, CacheFolder cache) {
        this.machines = machines;
        this.authority = authority;
        this.process = new PostgresProcess(machines, cache, authority.certificateFile());
        this.replication = new Replication(authority.certificateFile());
        this.root = machines.stateDirectory().resolve("postgres");
    }

    /** Makes a new server; one that an interrupted creation of the same resource left is replaced. */
    public PostgresServer create(PrimarySpec spec) {
        PostgresAccount account = spec.account();
        if (account.user().equals(PostgresRecord.ADMINISTRATOR)
                || account.user().equals(PostgresRecord.REPLICATOR)) {
            throw new MachineException(
                    "database %s: the user name '%s' is reserved".formatted(spec.name(), account.user()));
        }
        clear(spec.name(), spec.urn());
        var record = new PostgresRecord(
                place(spec.name(), spec.urn(), spec.port()),
                "",
                new PostgresRecord.Access(account.user(), account.database()),
                new PostgresRecord.Secrets(Secret.random(), Secret.random()),
                spec.settings());
        return orRemove(record, folder -> {
            process.initialize(record, folder);
            process.configure(record, folder, Map.of());
            process.start(record, folder);
            asAdministrator(record, connection -> Roles.create(connection, account, record.secrets()));
        });
    }

    /** Makes a new server that follows another one, which may itself be a replica. */
    public PostgresServer createReplica(ReplicaSpec spec) {
        PostgresRecord source = existing(spec.source());
        clear(spec.name(), spec.urn());
        var record = new PostgresRecord(
                place(spec.name(), spec.urn(), spec.port()),
                spec.source(),
                source.access(),
                source.secrets(),
                spec.settings());
        return orRemove(record, folder -> {
            replication.copy(source, folder(spec.source()), record, folder);
            process.configure(record, folder, replication.following(source, record));
            process.start(record, folder);
        });
    }

    /** Applies new settings: by a reload where that is enough, else by a restart. */
    public PostgresServer configure(String name, PostgresSettings settings) {
        PostgresRecord record = existing(name).with(settings);
        Map<String, String> following =
                record.isReplica() ? replication.following(existing(record.source()), record) : Map.of();
        process.configure(record, folder(name), following);
        Json.write(folder(name).record(), record);
        if (process.reload(record)) {
            restart(name);
        }
        return record.server();
    }

    /** Gives the account of a primary a new password. */
    public void changePassword(String name, String password) {
        PostgresRecord record = existing(name);
        if (record.isReplica()) {
            throw new MachineException(
                    "database %s follows %s: change the password there".formatted(name, record.source()));
        }
        asAdministrator(
                record, connection -> connection.setPassword(record.access().user(), password));
    }

    /** Makes the server's certificate valid for these addresses as well, which lead to it. */
    public void answerTo(String name, List<String> addresses) {
        issue(existing(name), addresses);
        process.reload(existing(name));
    }

    public void restart(String name) {
        machines.restart(name);
        process.awaitReady(existing(name));
    }

    /** Stops the server and deletes its data; a name that is not there is fine. */
    public void remove(String name) {
        machines.remove(name);
        record(name).filter(PostgresRecord::isReplica).ifPresent(this::leaveSource);
        machines.addresses().release(owner(name));
        Disk.delete(folder(name).root());
    }

    public Optional<PostgresServer> find(String name) {
        return record(name).map(PostgresRecord::server);
    }

    public ReplicaLag lag(String replica) {
        return replication.lag(existing(replica));
    }

    private void leaveSource(PostgresRecord replica) {
        record(replica.source()).ifPresent(source -> replication.forget(source, replica));
    }

    private void clear(String name, String urn) {
        record(name).ifPresent(old -> {
            if (!old.place().urn().equals(urn)) {
                throw new MachineException("database %s exists already, made by %s: give the new one another identifier"
                        .formatted(name, old.place().urn()));
            }
        });
        remove(name);
    }

    private PostgresRecord.Place place(String name, String urn, int port) {
        Claim claim = machines.addresses().claim(owner(name), List.of(port));
        return new PostgresRecord.Place(name, urn, claim.endpoint(port), port);
    }

    private PostgresServer orRemove(PostgresRecord record, Consumer<PostgresFolder> creation) {
        PostgresFolder folder = folder(record.place().name());
        try {
            // Known from the first moment on, so that an interrupted creation can be cleared.
            Json.write(folder.record(), record);
            Disk.folder(folder.archive());
            issue(record, List.of());
            creation.accept(folder);
            return record.server();
        } catch (MachineException e) {
            remove(record.place().name());
            throw e;
        }
    }

    private void issue(PostgresRecord record, List<String> more) {
        var names = new ArrayList<>(List.of(record.place().endpoint().host(), "localhost"));
        names.addAll(more);
        authority.issue(folder(record.place().name()).root(), names);
    }

    private void asAdministrator(PostgresRecord record, Administration work) {
        try (var connection = PostgresConnection.open(record, "postgres", authority.certificateFile())) {
            work.on(connection);
        } catch (SQLException e) {
            throw new MachineException(
                    "database %s: %s".formatted(record.place().name(), e.getMessage()), e);
        }
    }

    private PostgresRecord existing(String name) {
        return record(name).orElseThrow(() -> new MachineException("there is no database called " + name));
    }

    private Optional<PostgresRecord> record(String name) {
        return Json.read(folder(name).record(), PostgresRecord.class);
    }

    private PostgresFolder folder(String name) {
        return new PostgresFolder(root.resolve(name));
    }

    private static String owner(String name) {
        return "postgres/" + name;
    }

    /** What the sandbox's administrator does in one connection. */
    @FunctionalInterface
    private interface Administration {
        void on(PostgresConnection connection) throws SQLException;
    }
}
