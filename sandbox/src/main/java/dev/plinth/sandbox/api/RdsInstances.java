package dev.plinth.sandbox.api;

import dev.plinth.sandbox.api.ApiService.QueryHandler;
import dev.plinth.sandbox.aws.DatabaseInstances;
import dev.plinth.sandbox.aws.DatabasePromotion;
import dev.plinth.sandbox.aws.Machinery;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** RDS's actions on instances; each returns when it is done, where RDS begins and lets one wait. */
final class RdsInstances {
    private static final String IDENTIFIER = "DBInstanceIdentifier";
    private static final String PASSWORD = "MasterUserPassword";
    /** What a modification may name beside the password: which instance, when, and the protocol's own. */
    private static final Set<String> SERVED = Set.of(IDENTIFIER, PASSWORD, "ApplyImmediately", "Action", "Version");

    private final Machinery machinery;
    private final DatabaseInstances instances;

    RdsInstances(Machinery machinery) {
        this.machinery = machinery;
        this.instances = new DatabaseInstances(machinery.state());
    }

    Map<String, QueryHandler> actions() {
        return Map.of(
                "DescribeDBInstances", this::describe,
                "DescribeDBInstanceAutomatedBackups", this::automatedBackups,
                "PromoteReadReplica", this::promote,
                "RebootDBInstance", this::reboot,
                "ModifyDBInstance", this::modify);
    }

    /** The instances of the caller's region. */
    static List<StoredResource> of(DatabaseInstances instances, Caller caller) {
        return instances.all().stream()
                .filter(instance -> text(instance, "arn").contains(":%s:".formatted(caller.region())))
                .toList();
    }

    static StoredResource named(DatabaseInstances instances, String name, Caller caller) {
        return of(instances, caller).stream()
                .filter(instance -> List.of("identifier", "arn").stream()
                        .anyMatch(property -> text(instance, property).equals(name)))
                .findFirst()
                .orElseThrow(() -> Rds.notFound(
                        "DBInstanceNotFound", "the sandbox has no instance %s in %s".formatted(name, caller.region())));
    }

    static String text(StoredResource instance, String property) {
        return new Properties(instance.outputs()).text(property).orElse("");
    }

    private List<Xml> describe(Parameters parameters, Caller caller) {
        var found = parameters
                .text(IDENTIFIER)
                .map(name -> List.of(named(instances, name, caller)))
                .orElseGet(() -> of(instances, caller));
        return List.of(Xml.element("DBInstances", found.stream().map(this::xml).toList()));
    }

    private List<Xml> automatedBackups(Parameters parameters, Caller caller) {
        var backups = of(instances, caller).stream()
                .filter(instance -> parameters
                        .text(IDENTIFIER)
                        .filter(name -> !text(instance, "identifier").equals(name))
                        .isEmpty())
                .flatMap(instance -> automatedBackup(instance).stream())
                .toList();
        return List.of(Xml.element("DBInstanceAutomatedBackups", backups));
    }

    private Optional<Xml> automatedBackup(StoredResource instance) {
        var name = MachineNames.of(instance);
        return machinery.postgres().window(name).map(window -> {
            var times = new ArrayList<>(List.of(Xml.text("EarliestTime", window.earliest())));
            restorable(window.latest()).ifPresent(latest -> times.add(Xml.text("LatestTime", latest)));
            return Xml.element(
                    "DBInstanceAutomatedBackup",
                    Xml.text("DBInstanceArn", text(instance, "arn")),
                    Xml.text("DbiResourceId", text(instance, "resourceId")),
                    Xml.text(IDENTIFIER, text(instance, "identifier")),
                    Xml.text("Engine", text(instance, "engine")),
                    Xml.text("Status", "active"),
                    Xml.text("BackupRetentionPeriod", machinery.postgres().backupDays(name)),
                    Xml.element("RestoreWindow", times));
        });
    }

    private List<Xml> promote(Parameters parameters, Caller caller) {
        var replica = named(instances, parameters.required(IDENTIFIER), caller);
        if (machinery.postgres().sourceOf(MachineNames.of(replica)).isEmpty()) {
            throw ApiException.invalid(
                    "InvalidDBInstanceState", "%s is no replica".formatted(text(replica, "identifier")));
        }
        int days = parameters.whole("BackupRetentionPeriod").orElse(1);
        return List.of(xml(new DatabasePromotion(machinery).promote(replica, days)));
    }

    private List<Xml> reboot(Parameters parameters, Caller caller) {
        var instance = named(instances, parameters.required(IDENTIFIER), caller);
        var name = MachineNames.of(instance);
        if (!parameters.truth("ForceFailover")) {
            machinery.postgres().restart(name);
        } else if (new Properties(instance.outputs()).truth("multiAz")) {
            machinery.postgres().crash(name);
        } else {
            throw ApiException.invalid(
                    "InvalidParameterCombination",
                    "%s has no standby to fail over to: set multiAz".formatted(text(instance, "identifier")));
        }
        return List.of(xml(instance));
    }

    private List<Xml> modify(Parameters parameters, Caller caller) {
        var instance = named(instances, parameters.required(IDENTIFIER), caller);
        parameters.values().keySet().stream()
                .filter(name -> !SERVED.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ApiException.invalid(
                            "InvalidParameterValue",
                            "the sandbox changes the password this way, and %s by the program only".formatted(name));
                });
        machinery.postgres().changePassword(MachineNames.of(instance), parameters.required(PASSWORD));
        return List.of(xml(instance));
    }

    private Xml xml(StoredResource instance) {
        var outputs = new Properties(instance.outputs());
        var name = MachineNames.of(instance);
        var members = new ArrayList<>(List.of(
                Xml.text(IDENTIFIER, text(instance, "identifier")),
                Xml.text("DBInstanceArn", text(instance, "arn")),
                Xml.text("DbiResourceId", text(instance, "resourceId")),
                Xml.text("DBInstanceStatus", status(name)),
                Xml.text("DBInstanceClass", text(instance, "instanceClass")),
                Xml.text("Engine", text(instance, "engine")),
                Xml.text("EngineVersion", text(instance, "engineVersion")),
                Xml.text("MasterUsername", text(instance, "username")),
                Xml.text("DBName", text(instance, "dbName")),
                Xml.text("AllocatedStorage", outputs.whole("allocatedStorage").orElse(0)),
                Xml.text("MultiAZ", outputs.truth("multiAz")),
                Xml.text("BackupRetentionPeriod", machinery.postgres().backupDays(name)),
                Xml.element(
                        "Endpoint",
                        Xml.text("Address", text(instance, "address")),
                        Xml.text("Port", outputs.whole("port").orElse(0)))));
        source(name).ifPresent(source -> members.add(Xml.text("ReadReplicaSourceDBInstanceIdentifier", source)));
        machinery
                .postgres()
                .window(name)
                .flatMap(window -> restorable(window.latest()))
                .ifPresent(latest -> members.add(Xml.text("LatestRestorableTime", latest)));
        return Xml.element("DBInstance", members);
    }

    private Optional<String> source(String replica) {
        return machinery
                .postgres()
                .sourceOf(replica)
                .flatMap(source -> instances.all().stream()
                        .filter(instance -> MachineNames.of(instance).equals(source))
                        .map(instance -> text(instance, "identifier"))
                        .findFirst());
    }

    private String status(String name) {
        if (machinery.postgres().answers(name)) {
            return "available";
        }
        return switch (machinery.postgres().state(name)) {
            case HALTED, ENDED -> "stopped";
            case FAILED -> "failed";
            case STARTING, RUNNING -> "starting";
        };
    }

    /** In a server's first seconds nothing is known of it yet. */
    private static Optional<Instant> restorable(Instant latest) {
        return Optional.of(latest).filter(Instant.EPOCH::isBefore);
    }
}
