package dev.plinth.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Cloud.Declared;
import dev.plinth.infra.Plan;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One changed value of production changes only what a person would expect. */
final class SingleChangeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            keys: {rotationDays: 180} | kms/key:Key
            keys: {recoveryDays: 14} | kms/key:Key secretsmanager/secret:Secret s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2
            logs: {retentionDays: "400"} | cloudwatch/logGroup:LogGroup s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2
            notices: {emails: [ops@example.com]} | sns/topicSubscription:TopicSubscription
            network: {natGateways: one} | ec2/eip:Eip ec2/natGateway:NatGateway ec2/route:Route
            network: {interfaceEndpoints: false} | ec2/vpcEndpoint:VpcEndpoint
            database: {backupDays: 20} | rds/instance:Instance rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication
            database: {storageGib: 300} | rds/instance:Instance cloudwatch/metricAlarm:MetricAlarm
            database: {replicas: 1} | rds/instance:Instance cloudwatch/logGroup:LogGroup cloudwatch/metricAlarm:MetricAlarm rds/eventSubscription:EventSubscription
            database: {instanceClass: db.m7g.xlarge} | rds/instance:Instance cloudwatch/metricAlarm:MetricAlarm
            database: {rotationDays: 60} | secretsmanager/secretRotation:SecretRotation
            database: {maintenanceWindow: "sat:20:00-sat:21:00"} | rds/instance:Instance
            cache: {snapshotDays: 20} | elasticache/replicationGroup:ReplicationGroup
            cache: {nodes: 2} | elasticache/replicationGroup:ReplicationGroup cloudwatch/metricAlarm:MetricAlarm
            cache: {nodeType: cache.m7g.xlarge} | elasticache/replicationGroup:ReplicationGroup
            cache: {use: sessions} | elasticache/parameterGroup:ParameterGroup
            cluster: {version: "1.36"} | eks/cluster:Cluster eks/nodeGroup:NodeGroup kubernetes:helm.sh/v3:Release
            edge: {priceClass: cheapest} | cloudfront/distribution:Distribution
            edge: {waf: {apiPerMinute: 100}} | wafv2/webAcl:WebAcl
            edge: {countries: [DE]} | cloudfront/distribution:Distribution
            app: {replicas: 4} | kubernetes:autoscaling/v2:HorizontalPodAutoscaler kubernetes:core/v1:ResourceQuota
            app: {cpu: "2"} | kubernetes:apps/v1:Deployment kubernetes:core/v1:ResourceQuota
            backup: {dailyDays: 40} | backup/framework:Framework backup/plan:Plan backup/vaultLockConfiguration:VaultLockConfiguration
            backup: {lock: compliance} | backup/vaultLockConfiguration:VaultLockConfiguration
            backup: {startTime: "05:00"} | backup/plan:Plan backup/restoreTestingPlan:RestoreTestingPlan
            delivery: {repository: example/other} | iam/role:Role
            """)
    void nothingElseChanges(String setting, String kinds) {
        assertThat(changedKinds(setting)).isEqualTo(Set.of(kinds.split(" ", -1)));
    }

    private static Set<String> changedKinds(String setting) {
        var before = inputs(Plan.of("production"));
        var after = inputs(Plan.of("production", "plinth:" + setting));
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(resource -> !String.valueOf(before.get(resource)).equals(String.valueOf(after.get(resource))))
                .map(resource -> resource.substring(0, resource.indexOf(' ')).replaceFirst("^aws:", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Map<String, Object>> inputs(Plan plan) {
        return plan.resources().stream()
                .collect(Collectors.toMap(one -> one.type() + " " + one.name(), Declared::inputs));
    }
}
