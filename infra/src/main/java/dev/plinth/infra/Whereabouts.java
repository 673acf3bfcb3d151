package dev.plinth.infra;

import com.pulumi.Context;
import com.pulumi.core.Output;
import dev.plinth.infra.backup.Backups;
import dev.plinth.infra.cache.Cache;
import dev.plinth.infra.database.Database;
import dev.plinth.infra.edge.Edge;
import dev.plinth.infra.keys.Purpose;
import dev.plinth.infra.operations.Directory;
import dev.plinth.infra.operations.Records;
import dev.plinth.infra.release.AppSecrets;
import dev.plinth.infra.site.Site;
import java.util.Map;
import java.util.stream.Collectors;

/** What those who operate the environment must find, so that they never guess a name. */
record Whereabouts(
        Ground ground,
        Edge edge,
        Site site,
        Database database,
        Cache cache,
        AppSecrets appSecrets,
        Backups backups,
        Records records) {
    void exportTo(Context context) {
        context.export(Directory.OUTPUT, directory());
    }

    private Output<Map<String, Object>> directory() {
        var account = ground.scope().account();
        return Directory.of(Map.of(
                "account", Directory.of(Map.of("id", account.id(), "region", account.region())),
                "title", ground.scope().environment(),
                "loadBalancerArn", edge.loadBalancerArn(),
                "targetGroupArns", targetGroups(),
                "database", servers(),
                "cacheGroup", cache.groupId(),
                "secretArns", secrets(),
                "operationsBucket", records.bucketName(),
                "siteBucket", site.bucketName(),
                "backup", vault()));
    }

    private Output<Map<String, Object>> targetGroups() {
        return Directory.of(edge.targetGroupArns().entrySet().stream()
                .collect(Collectors.toMap(group -> group.getKey().toString(), Map.Entry::getValue)));
    }

    private Output<Map<String, Object>> servers() {
        var surroundings = database.surroundings();
        return Directory.of(Map.of(
                "name", Database.NAME,
                "primary", database.identifier(),
                "replicas", database.replicaIdentifiers(),
                "proxy", database.proxyName(),
                "proxyTargetGroup", database.proxyTargetGroupName(),
                "subnetGroup", surroundings.subnetGroup(),
                "instanceClass", ground.environment().database().size().instanceClass(),
                "parameterGroup", surroundings.parameterGroup(),
                "securityGroup", surroundings.securityGroup(),
                "keyArn", ground.keys().arn(Purpose.DATABASE)));
    }

    private Output<Map<String, Object>> vault() {
        return Directory.of(
                Map.of("vault", backups.vaultName(), "roleArn", backups.roleArn(), "keepDays", backups.keepDays()));
    }

    private Output<Map<String, Object>> secrets() {
        return Directory.of(Map.of(
                "databaseOwner", database.ownerSecretArn(),
                "databaseApp", database.appSecretArn(),
                "cache", cache.secretArn(),
                "appMaster", appSecrets.masterArn()));
    }
}
