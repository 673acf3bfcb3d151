package dev.plinth.sandbox.api;

import dev.plinth.sandbox.api.ApiService.QueryHandler;
import dev.plinth.sandbox.aws.DatabaseInstances;
import dev.plinth.sandbox.aws.Machinery;
import dev.plinth.sandbox.postgres.Snapshot;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** RDS's actions on snapshots. Base backups are told as automated ones; a restore to a moment uses them. */
final class RdsSnapshots {
    static final String TYPE = "type";
    private static final String INSTANCE = "DBInstanceIdentifier";
    private static final String SNAPSHOT = "DBSnapshotIdentifier";
    private static final DateTimeFormatter AUTOMATED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm").withZone(ZoneOffset.UTC);

    private final Machinery machinery;
    private final DatabaseInstances instances;

    /** What an answer tells of a snapshot. */
    private record Told(String id, String type, Instant created, Map<String, String> facts) {}

    RdsSnapshots(Machinery machinery) {
        this.machinery = machinery;
        this.instances = new DatabaseInstances(machinery.state());
    }

    Map<String, QueryHandler> actions() {
        return Map.of(
                "DescribeDBSnapshots", this::describe,
                "CreateDBSnapshot", this::create,
                "DeleteDBSnapshot", this::delete);
    }

    private List<Xml> describe(Parameters parameters, Caller caller) {
        var found = Stream.concat(manual(), automated(caller))
                .filter(snapshot -> is(parameters, INSTANCE, snapshot.facts().getOrDefault("identifier", "")))
                .filter(snapshot -> is(parameters, SNAPSHOT, snapshot.id()))
                .filter(snapshot -> is(parameters, "SnapshotType", snapshot.type()))
                .toList();
        if (found.isEmpty() && parameters.text(SNAPSHOT).isPresent()) {
            throw notFound(parameters.required(SNAPSHOT));
        }
        return List.of(
                Xml.element("DBSnapshots", found.stream().map(RdsSnapshots::xml).toList()));
    }

    private List<Xml> create(Parameters parameters, Caller caller) {
        var id = parameters.required(SNAPSHOT);
        var instance = RdsInstances.named(instances, parameters.required(INSTANCE), caller);
        if (machinery.postgres().snapshots().find(id).isPresent()) {
            throw ApiException.invalid(
                    "DBSnapshotAlreadyExists", "there is a snapshot %s already; take another name".formatted(id));
        }
        var facts = new TreeMap<>(DatabaseInstances.facts(instance));
        facts.put(TYPE, "manual");
        return List.of(xml(told(machinery.postgres().snapshots().take(id, MachineNames.of(instance), facts))));
    }

    private List<Xml> delete(Parameters parameters, Caller caller) {
        var id = parameters.required(SNAPSHOT);
        var snapshots = machinery.postgres().snapshots();
        var snapshot = snapshots.find(id).orElseThrow(() -> notFound(id));
        snapshots.delete(id);
        return List.of(xml(told(snapshot)));
    }

    private Stream<Told> manual() {
        return machinery.postgres().snapshots().list().stream().map(RdsSnapshots::told);
    }

    private Stream<Told> automated(Caller caller) {
        return RdsInstances.of(instances, caller).stream().flatMap(this::automated);
    }

    private Stream<Told> automated(StoredResource instance) {
        var facts = DatabaseInstances.facts(instance);
        return machinery.postgres().backups(MachineNames.of(instance)).stream()
                .map(moment -> new Told(
                        "rds:%s-%s".formatted(facts.getOrDefault("identifier", ""), AUTOMATED.format(moment)),
                        "automated",
                        moment,
                        facts));
    }

    private static Told told(Snapshot snapshot) {
        var type = snapshot.facts().getOrDefault(TYPE, "manual");
        return new Told(snapshot.id(), type, snapshot.created(), snapshot.facts());
    }

    private static Xml xml(Told snapshot) {
        var facts = snapshot.facts();
        var identifier = facts.getOrDefault("identifier", "");
        var arn = facts.getOrDefault("arn", "").replace(":db:" + identifier, ":snapshot:" + snapshot.id());
        return Xml.element(
                "DBSnapshot",
                Xml.text(SNAPSHOT, snapshot.id()),
                Xml.text(INSTANCE, identifier),
                Xml.text("DBSnapshotArn", arn),
                Xml.text("DbiResourceId", facts.getOrDefault("resourceId", "")),
                Xml.text("SnapshotCreateTime", snapshot.created()),
                Xml.text("SnapshotType", snapshot.type()),
                Xml.text("Status", "available"),
                Xml.text("PercentProgress", 100),
                Xml.text("Encrypted", DatabaseInstances.isEncrypted(facts)),
                Xml.text("Engine", facts.getOrDefault("engine", "")),
                Xml.text("EngineVersion", facts.getOrDefault("engineVersion", "")),
                Xml.text("MasterUsername", facts.getOrDefault("username", "")),
                Xml.text("AllocatedStorage", facts.getOrDefault("allocatedStorage", "0")));
    }

    private static boolean is(Parameters parameters, String name, String value) {
        Predicate<String> other = wanted -> !wanted.equals(value);
        return parameters.text(name).filter(other).isEmpty();
    }

    private static ApiException notFound(String id) {
        return Rds.notFound("DBSnapshotNotFound", "the sandbox has no snapshot " + id);
    }
}
