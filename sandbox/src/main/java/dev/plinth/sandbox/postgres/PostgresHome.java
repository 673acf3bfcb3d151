package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.disk.Json;
import dev.plinth.sandbox.machine.Claim;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.Machines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the servers of a state folder are kept: their folders, records, addresses and certificates. */
final class PostgresHome {
    private final Machines machines;
    private final CertificateAuthority authority;
    private final Path root;

    PostgresHome(Machines machines, CertificateAuthority authority) {
        this.machines = machines;
        this.authority = authority;
        this.root = machines.stateDirectory().resolve("postgres");
    }

    /** What the sandbox's administrator does in one connection. */
    @FunctionalInterface
    interface Administration {
        void on(PostgresConnection connection) throws SQLException;
    }

    PostgresFolder folder(String name) {
        return new PostgresFolder(root.resolve(name));
    }

    PostgresFolder folder(PostgresRecord server) {
        return folder(server.place().name());
    }

    /** Snapshots outlive the server that they were taken of. */
    Path snapshots() {
        return machines.stateDirectory().resolve("snapshots");
    }

    Path trusted() {
        return authority.certificateFile();
    }

    Optional<PostgresRecord> record(String name) {
        return Json.read(folder(name).record(), PostgresRecord.class);
    }

    PostgresRecord existing(String name) {
        return record(name).orElseThrow(() -> new MachineException("there is no database called " + name));
    }

    /** Every server, by name. */
    List<PostgresRecord> all() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var folders = Files.list(root)) {
            return folders.sorted()
                    .flatMap(folder -> record(String.valueOf(folder.getFileName())).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + root, e);
        }
    }

    void write(PostgresRecord server) {
        Json.write(folder(server).record(), server);
    }

    PostgresRecord.Place place(String name, String urn, int port) {
        Claim claim = machines.addresses().claim(owner(name), List.of(port));
        return new PostgresRecord.Place(name, urn, claim.endpoint(port), port);
    }

    /** Makes the server's certificate, which holds for its own address and these. */
    void issue(PostgresRecord server, List<String> more) {
        var names = new ArrayList<>(List.of(server.place().endpoint().host(), "localhost"));
        names.addAll(more);
        authority.issue(folder(server).root(), names);
    }

    /** Gives the address up and deletes the data. */
    void forget(String name) {
        machines.addresses().release(owner(name));
        Disk.delete(folder(name).root());
    }

    PostgresConnection connect(PostgresRecord server) throws SQLException {
        return PostgresConnection.open(server, "postgres", trusted());
    }

    void asAdministrator(PostgresRecord server, Administration work) {
        try (var connection = connect(server)) {
            work.on(connection);
        } catch (SQLException e) {
            throw new MachineException(
                    "database %s: %s".formatted(server.place().name(), e.getMessage()), e);
        }
    }

    private static String owner(String name) {
        return "postgres/" + name;
    }
}
