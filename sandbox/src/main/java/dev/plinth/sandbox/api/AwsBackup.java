package dev.plinth.sandbox.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.sandbox.aws.DatabaseInstances;
import dev.plinth.sandbox.aws.Machinery;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.postgres.Snapshot;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.value.Properties;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * AWS Backup for databases: a job takes a snapshot, which is the vault's recovery point. The sandbox runs no backup plans
 * and tests no restores by itself, so there are no restore jobs.
 */
final class AwsBackup {
    private static final String VAULT = "aws:backup/vault:Vault";
    private static final String VAULT_FACT = "vault";
    private static final String JOB_FACT = "job";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Machinery machinery;

    private AwsBackup(Machinery machinery) {
        this.machinery = machinery;
    }

    static ApiService service(Machinery machinery) {
        var service = new AwsBackup(machinery);
        return new ApiService.Rest(
                "backup",
                false,
                List.of(
                        new RestAction("StartBackupJob", "PUT", "/backup-jobs", service::start),
                        new RestAction("DescribeBackupJob", "GET", "/backup-jobs/{id}", service::job),
                        new RestAction(
                                "ListRecoveryPointsByBackupVault",
                                "GET",
                                "/backup-vaults/{name}/recovery-points/",
                                service::points),
                        new RestAction("ListRestoreJobs", "GET", "/restore-jobs/", AwsBackup::restores)));
    }

    private ApiAnswer start(RestRequest request, Caller caller) {
        var wanted = request.json();
        var vault = vault(wanted.path("BackupVaultName").asText());
        var arn = wanted.path("ResourceArn").asText();
        var instance = new DatabaseInstances(machinery.state())
                .named(arn)
                .orElseThrow(() -> ApiException.invalid(
                        "ResourceNotFoundException", "the sandbox backs up database instances only, found " + arn));
        var job = UUID.randomUUID().toString();
        var facts = new TreeMap<>(DatabaseInstances.facts(instance));
        facts.put(RdsSnapshots.TYPE, "awsbackup");
        facts.put(VAULT_FACT, vault);
        facts.put(JOB_FACT, job);
        try {
            var id = "awsbackup:job-" + job;
            return answer(json(machinery.postgres().snapshots().take(id, MachineNames.of(instance), facts)));
        } catch (MachineException e) {
            throw ApiException.invalid("InvalidRequestException", String.valueOf(e.getMessage()));
        }
    }

    private ApiAnswer job(RestRequest request, Caller caller) {
        var id = request.part("id");
        return snapshots(JOB_FACT, id)
                .findFirst()
                .map(snapshot -> answer(json(snapshot)))
                .orElseThrow(() -> ApiException.invalid("ResourceNotFoundException", "the sandbox has no job " + id));
    }

    private ApiAnswer points(RestRequest request, Caller caller) {
        var points = JSON.arrayNode();
        snapshots(VAULT_FACT, vault(request.part("name")))
                .map(snapshot -> json(snapshot).put("Status", "COMPLETED"))
                .forEach(points::add);
        return answer(JSON.objectNode().set("RecoveryPoints", points));
    }

    private static ApiAnswer restores(RestRequest request, Caller caller) {
        return answer(JSON.objectNode().set("RestoreJobs", JSON.arrayNode()));
    }

    private Stream<Snapshot> snapshots(String fact, String value) {
        return machinery.postgres().snapshots().list().stream()
                .filter(snapshot -> Objects.equals(snapshot.facts().get(fact), value));
    }

    private String vault(String name) {
        return machinery.state().ofType(VAULT).stream()
                .flatMap(vault -> new Properties(vault.outputs()).text("name").stream())
                .filter(name::equals)
                .findFirst()
                .orElseThrow(() ->
                        ApiException.invalid("ResourceNotFoundException", "the sandbox has no backup vault " + name));
    }

    private static ObjectNode json(Snapshot snapshot) {
        var facts = snapshot.facts();
        var instance = facts.getOrDefault("arn", "");
        var point = instance.replaceAll(":db:[^:]*$", ":snapshot:" + snapshot.id());
        return JSON.objectNode()
                .put("BackupJobId", facts.getOrDefault(JOB_FACT, ""))
                .put("BackupVaultName", facts.getOrDefault(VAULT_FACT, ""))
                .put("RecoveryPointArn", point)
                .put("ResourceArn", instance)
                .put("ResourceType", "RDS")
                .put("IsEncrypted", DatabaseInstances.isEncrypted(facts))
                .put("State", "COMPLETED")
                .put("PercentDone", "100.0")
                .put("CreationDate", seconds(snapshot.created()))
                .put("CompletionDate", seconds(snapshot.created()));
    }

    /** REST APIs with JSON have times in seconds. */
    private static double seconds(Instant moment) {
        return moment.toEpochMilli() / 1000.0;
    }

    private static ApiAnswer answer(ObjectNode json) {
        return ApiAnswer.text(200, "application/json", json.toString());
    }
}
