package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.check.Failure;
import dev.plinth.sandbox.postgres.PostgresAccount;
import dev.plinth.sandbox.postgres.PostgresServer;
import dev.plinth.sandbox.postgres.PostgresSettings;
import dev.plinth.sandbox.postgres.PrimarySpec;
import dev.plinth.sandbox.postgres.ReplicaSpec;
import dev.plinth.sandbox.postgres.RestoreSpec;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A database instance: a PostgreSQL server on this machine, or a streaming replica of one. */
final class DatabaseInstance extends AwsKind {
    static final String TOKEN = "aws:rds/instance:Instance";
    private static final String SOURCE = DatabaseOrigin.SOURCE;
    private static final String PASSWORD = "password";
    private static final int PORT = 5432;
    private final Machinery machinery;

    DatabaseInstance(Machinery machinery) {
        this.machinery = machinery;
    }

    @Override
    public List<Failure> check(Desired desired) {
        var inputs = desired.properties();
        var origin = new DatabaseOrigin(machinery, inputs);
        if (!origin.isNothing()) {
            return origin.check();
        }
        var failures = new ArrayList<Failure>();
        for (var name : List.of("engine", "username", "allocatedStorage")) {
            if (!inputs.has(name)) {
                failures.add(new Failure(name, "missing, but an instance that is no replica requires it"));
            }
        }
        if (!inputs.has(PASSWORD) && !inputs.truth("manageMasterUserPassword")) {
            failures.add(new Failure(PASSWORD, "missing; give it, or set manageMasterUserPassword"));
        }
        return failures;
    }

    @Override
    public Fields notes(Desired desired) {
        return machinery.names().claim(desired);
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        if (before.isPresent()) {
            var server = change(desired, resource, before.get());
            var known = new TreeMap<>(
                    DatabaseInstances.inherited(before.get().outputs()).entries());
            known.keySet().removeAll(desired.inputs().entries().keySet());
            return new Fields(known).withAll(described(server));
        }
        var server = start(desired, resource);
        var inherited = new DatabaseOrigin(machinery, desired.properties()).inherited();
        return inherited.withAll(described(server));
    }

    @Override
    public void remove(StoredResource resource) {
        super.remove(resource);
        var inputs = new Properties(resource.inputs());
        var name = MachineNames.of(resource);
        var keep = inputs.text("finalSnapshotIdentifier")
                .filter(id -> resource.ready() && !inputs.truth("skipFinalSnapshot") && !inputs.has(SOURCE));
        if (keep.isPresent()) {
            machinery.postgres().removeButKeep(name, keep.get(), DatabaseInstances.facts(resource));
        } else {
            machinery.postgres().remove(name);
        }
        machinery.names().release(resource);
    }

    private PostgresServer start(Desired desired, StoredResource resource) {
        var inputs = desired.properties();
        var name = MachineNames.of(resource);
        var urn = desired.urn().value();
        int port = inputs.whole("port").orElse(PORT);
        refuseWhatDoesNotRun(inputs);
        var origin = new DatabaseOrigin(machinery, inputs);
        var source = origin.source();
        if (source.isPresent()) {
            var following = MachineNames.of(source.get());
            return machinery.postgres().createReplica(new ReplicaSpec(name, urn, port, following, settings(inputs, 0)));
        }
        if (!origin.isNothing()) {
            var settings = settings(inputs, origin.backupDays());
            var server = machinery.postgres().restore(new RestoreSpec(name, urn, port, origin.point(), settings));
            inputs.text(PASSWORD).ifPresent(password -> machinery.postgres().changePassword(name, password));
            return server;
        }
        var account = new PostgresAccount(
                inputs.text("username").orElse("postgres"),
                inputs.text(PASSWORD).orElse(""),
                inputs.text("dbName").orElse("postgres"));
        return machinery.postgres().create(new PrimarySpec(name, urn, port, account, settings(inputs, 0)));
    }

    private static void refuseWhatDoesNotRun(Properties inputs) {
        var engine = inputs.text("engine").orElse("postgres");
        if (!engine.equals("postgres")) {
            throw refused("engine", "the sandbox runs postgres only, found %s; preview works".formatted(engine));
        }
        if (inputs.has("manageMasterUserPassword")) {
            throw refused(
                    "manageMasterUserPassword", "the sandbox does not run this yet; leave it out in a sandbox stack");
        }
    }

    private PostgresServer change(Desired desired, StoredResource resource, StoredResource before) {
        var name = MachineNames.of(resource);
        var inputs = desired.properties();
        var old = new Properties(before.inputs());
        if (!old.fields().find("port").equals(inputs.fields().find("port"))) {
            throw refused("port", "the sandbox cannot change this of a running server; replace the instance");
        }
        changeSource(name, inputs, old);
        inputs.text(PASSWORD)
                .filter(password -> !old.text(PASSWORD).equals(Optional.of(password)))
                .ifPresent(password -> machinery.postgres().changePassword(name, password));
        int days = machinery.postgres().backupDays(name);
        return machinery.postgres().configure(name, settings(inputs, days));
    }

    /** As RDS: a replica whose source is taken away becomes an instance of its own, and none gets a source later. */
    private void changeSource(String name, Properties inputs, Properties old) {
        if (old.text(SOURCE).equals(inputs.text(SOURCE))) {
            return;
        }
        if (inputs.has(SOURCE)) {
            throw refused(
                    SOURCE,
                    old.has(SOURCE)
                            ? "a replica cannot be given another source; replace the instance"
                            : "the instance takes writes of its own, perhaps it was promoted, and cannot follow %s any more; remove %s, or replace the instance"
                                    .formatted(inputs.text(SOURCE).orElse(""), SOURCE));
        }
        machinery.postgres().promote(name, inputs.whole("backupRetentionPeriod").orElse(1));
    }

    private PostgresSettings settings(Properties inputs, int backupDays) {
        return new DatabaseSettings(machinery.state()).of(inputs, backupDays);
    }

    private static Fields described(PostgresServer server) {
        return new Fields(Map.of(
                "address", Value.text(server.endpoint().host()),
                "port", Value.number(server.endpoint().port()),
                "endpoint", Value.text(server.endpoint().toString()),
                "status", Value.text("available"),
                "hostedZoneId", Value.text("Z1RLNUO7B9Q6NB")));
    }
}
