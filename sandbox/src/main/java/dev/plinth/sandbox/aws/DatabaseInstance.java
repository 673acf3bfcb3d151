package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.check.Failure;
import dev.plinth.sandbox.postgres.PostgresAccount;
import dev.plinth.sandbox.postgres.PostgresServer;
import dev.plinth.sandbox.postgres.PostgresSettings;
import dev.plinth.sandbox.postgres.PrimarySpec;
import dev.plinth.sandbox.postgres.ReplicaSpec;
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
import java.util.stream.Collectors;

/** A database instance: a PostgreSQL server on this machine, or a streaming replica of one. */
final class DatabaseInstance extends AwsKind {
    static final String TOKEN = "aws:rds/instance:Instance";
    private static final String SOURCE = "replicateSourceDb";
    private static final String PASSWORD = "password";
    private static final int PORT = 5432;
    private final Machinery machinery;

    DatabaseInstance(Machinery machinery) {
        this.machinery = machinery;
    }

    @Override
    public List<Failure> check(Desired desired) {
        var inputs = desired.properties();
        if (inputs.has(SOURCE) || inputs.has("snapshotIdentifier") || inputs.has("restoreToPointInTime")) {
            return List.of();
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
        var server = before.isPresent() ? change(desired, resource, before.get()) : start(desired, resource);
        var inherited = source(desired)
                .map(source -> inherited(new Properties(source.outputs())))
                .orElse(Fields.EMPTY);
        return inherited.withAll(described(server));
    }

    @Override
    public void remove(StoredResource resource) {
        super.remove(resource);
        machinery.postgres().remove(MachineNames.of(resource));
        machinery.names().release(resource);
    }

    private PostgresServer start(Desired desired, StoredResource resource) {
        var inputs = desired.properties();
        var name = MachineNames.of(resource);
        var urn = desired.urn().value();
        int port = inputs.whole("port").orElse(PORT);
        if (inputs.has(SOURCE)) {
            var source = source(desired)
                    .orElseThrow(() -> refused(
                            SOURCE,
                            "the sandbox has no instance " + inputs.text(SOURCE).orElse("")));
            return machinery
                    .postgres()
                    .createReplica(new ReplicaSpec(name, urn, port, MachineNames.of(source), settings(inputs)));
        }
        refuseWhatDoesNotRun(inputs);
        var account = new PostgresAccount(
                inputs.text("username").orElse("postgres"),
                inputs.text(PASSWORD).orElse(""),
                inputs.text("dbName").orElse("postgres"));
        return machinery.postgres().create(new PrimarySpec(name, urn, port, account, settings(inputs)));
    }

    private static void refuseWhatDoesNotRun(Properties inputs) {
        var engine = inputs.text("engine").orElse("postgres");
        if (!engine.equals("postgres")) {
            throw refused("engine", "the sandbox runs postgres only, found %s; preview works".formatted(engine));
        }
        for (var name : List.of("snapshotIdentifier", "restoreToPointInTime", "manageMasterUserPassword")) {
            if (inputs.has(name)) {
                throw refused(name, "the sandbox does not run this yet; leave it out in a sandbox stack");
            }
        }
    }

    private PostgresServer change(Desired desired, StoredResource resource, StoredResource before) {
        var name = MachineNames.of(resource);
        var inputs = desired.properties();
        var old = new Properties(before.inputs());
        for (var fixed : List.of("port", SOURCE)) {
            if (!old.fields().find(fixed).equals(inputs.fields().find(fixed))) {
                throw refused(fixed, "the sandbox cannot change this of a running server; replace the instance");
            }
        }
        inputs.text(PASSWORD)
                .filter(password -> !old.text(PASSWORD).equals(Optional.of(password)))
                .ifPresent(password -> machinery.postgres().changePassword(name, password));
        return machinery.postgres().configure(name, settings(inputs));
    }

    private PostgresSettings settings(Properties inputs) {
        return new DatabaseSettings(machinery.state()).of(inputs);
    }

    /** The instance that a replica follows; it is named by identifier, or by ARN from another region. */
    private Optional<StoredResource> source(Desired desired) {
        return desired.properties()
                .text(SOURCE)
                .flatMap(named -> machinery.state().ofType(TOKEN).stream()
                        .filter(instance -> {
                            var outputs = new Properties(instance.outputs());
                            return outputs.text("identifier")
                                            .filter(named::equals)
                                            .isPresent()
                                    || outputs.text("arn").filter(named::equals).isPresent();
                        })
                        .findFirst());
    }

    /** What a replica has of its source. */
    private static Fields inherited(Properties source) {
        var inherited = source.fields();
        var names = List.of("engine", "engineVersion", "engineVersionActual", "username", "dbName", "allocatedStorage");
        return new Fields(names.stream()
                .filter(name -> inherited.find(name).isPresent())
                .collect(Collectors.toMap(
                        name -> name, name -> inherited.find(name).orElseThrow())));
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
