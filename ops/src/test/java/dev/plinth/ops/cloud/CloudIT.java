package dev.plinth.ops.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.ops.Failure;
import dev.plinth.ops.Moto;
import dev.plinth.ops.cloud.TrafficCounts.Stretch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.UserAuthConfig;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Every call of the cloud against the AWS emulator moto; what moto cannot do is in {@link CloudGapsTest}. */
final class CloudIT {
    private static final String REGION = "eu-central-1";

    @TempDir
    private static Path folder;

    private static Moto moto;

    private Clients clients;
    private Cloud cloud;

    @BeforeAll
    static void startMoto() throws IOException, InterruptedException {
        moto = Moto.start(folder.resolve("moto.log"));
    }

    @AfterAll
    static void stopMoto() {
        moto.close();
    }

    @BeforeEach
    void openTheCloud() {
        clients = new Clients(moto.place(REGION));
        cloud = Cloud.open(clients);
    }

    @AfterEach
    void closeTheCloud() {
        cloud.close();
    }

    @Test
    void theCallersAccountIsKnown() {
        assertThat(cloud.account()).isEqualTo("123456789012");
    }

    @Test
    void targetsAreToldWithTheirHealth() throws IOException {
        var network = moto.defaultVpc(REGION);
        try (var elb = clients.of(ElasticLoadBalancingV2Client.builder())) {
            var group = elb.createTargetGroup(r -> r.name("blue")
                            .protocol("HTTP")
                            .port(8080)
                            .targetType("ip")
                            .vpcId(network))
                    .targetGroups()
                    .getFirst()
                    .targetGroupArn();
            var target = TargetDescription.builder().id("10.0.0.7").port(8080).build();
            elb.registerTargets(r -> r.targetGroupArn(group).targets(target));

            var health = cloud.targets().health(group);

            assertThat(health).extracting(TargetHealth::id).containsExactly("10.0.0.7:8080");
            assertThat(health).allMatch(TargetHealth::isHealthy);
        }
    }

    @Test
    void theFreeSpaceOfADatabaseIsWhatItToldLast() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (var watch = clients.of(CloudWatchClient.builder())) {
            var server = List.of(dimension("DBInstanceIdentifier", "database-primary"));
            putFree(watch, server, 5e9, now.minusSeconds(400));
            putFree(watch, server, 4e9, now.minusSeconds(100));

            assertThat(cloud.disks().free("database-primary", now)).hasValue(4_000_000_000L);
            assertThat(cloud.disks().free("database-other", now)).isEmpty();
        }
    }

    @Test
    void theRegistryKnowsImagesByDigest() {
        try (var registry = clients.of(EcrClient.builder())) {
            registry.createRepository(r -> r.repositoryName("plinth-staging-api"));
            var digest = registry.putImage(r -> r.repositoryName("plinth-staging-api")
                            .imageTag("one")
                            .imageManifestMediaType("application/vnd.oci.image.manifest.v1+json")
                            .imageManifest("{\"schemaVersion\":2,\"layers\":[]}"))
                    .image()
                    .imageId()
                    .imageDigest();
            var repository = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/plinth-staging-api@";

            assertThat(cloud.images().holds(repository + digest)).isTrue();
            assertThat(cloud.images().holds(repository + "sha256:" + "0".repeat(64)))
                    .isFalse();
            assertThat(cloud.images().holds("registry/nothing@" + digest)).isFalse();
        }
    }

    @Test
    void aClusterIsFoundAndTrustedByNothingButItsCertificate() {
        try (var eks = clients.of(EksClient.builder())) {
            eks.createCluster(r -> r.name("plinth-staging")
                    .roleArn("arn:aws:iam::123456789012:role/cluster")
                    .resourcesVpcConfig(vpc -> vpc.subnetIds("subnet-1")));

            // What moto gives for a certificate is a random text.
            assertThatThrownBy(() -> cloud.clusters().open("plinth-staging"))
                    .isInstanceOf(Failure.class)
                    .hasMessage("the authority that AWS names for the cluster plinth-staging is no certificate");
        }
        assertThatThrownBy(() -> cloud.clusters().open("gone"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("gone (eks:DescribeCluster)");
    }

    @Test
    void aTargetGroupThatIsNotThereIsNamed() {
        var arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/gone/50dc6c495c0c9188";

        assertThatThrownBy(() -> cloud.targets().health(arn))
                .isInstanceOf(Failure.class)
                .hasMessage("AWS knows no %s (elasticloadbalancing:DescribeTargetHealth)", arn);
    }

    @Test
    void requestsAndErrorsOfOneTargetGroupAreAddedUp() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (var watch = clients.of(CloudWatchClient.builder())) {
            var group = List.of(dimension("LoadBalancer", "app/lb/1"), dimension("TargetGroup", "targetgroup/g/2"));
            var other = List.of(dimension("LoadBalancer", "app/lb/1"), dimension("TargetGroup", "targetgroup/h/3"));
            put(watch, "RequestCount", group, 40, now.minusSeconds(100));
            put(watch, "RequestCount", group, 60, now.minusSeconds(40));
            put(watch, "RequestCount", other, 1000, now.minusSeconds(40));
            put(watch, "HTTPCode_Target_5XX_Count", group, 3, now.minusSeconds(40));
            put(watch, "HTTPCode_ELB_5XX_Count", group.subList(0, 1), 2, now.minusSeconds(40));

            var traffic = cloud.traffic()
                    .of(new Stretch("arn:x/app/lb/1", "arn:x:targetgroup/g/2"), now.minusSeconds(120), now);

            assertThat(traffic.requests()).isEqualTo(100);
            assertThat(traffic.targetErrors()).isEqualTo(3);
            assertThat(traffic.loadBalancerErrors()).isEqualTo(2);
            assertThat(traffic.slow()).isEmpty();
        }
    }

    @Test
    void onlyAlarmsThatGoOffAreNamed() {
        try (var watch = clients.of(CloudWatchClient.builder())) {
            for (var name : List.of("plinth-slow", "plinth-quiet", "other-loud")) {
                watch.putMetricAlarm(r -> r.alarmName(name)
                        .namespace("x")
                        .metricName("y")
                        .comparisonOperator("GreaterThanThreshold")
                        .evaluationPeriods(1)
                        .period(60)
                        .statistic("Sum")
                        .threshold(1.0));
            }
            watch.setAlarmState(
                    r -> r.alarmName("plinth-slow").stateValue("ALARM").stateReason("test"));
            watch.setAlarmState(
                    r -> r.alarmName("other-loud").stateValue("ALARM").stateReason("test"));
            watch.setAlarmState(
                    r -> r.alarmName("plinth-quiet").stateValue("OK").stateReason("test"));

            assertThat(cloud.alarms().firing("plinth-")).containsExactly("plinth-slow");
        }
    }

    @Test
    void anObjectIsWrittenReadListedAndDeleted() throws IOException {
        var objects = bucket("objects");
        var file = Files.writeString(folder.resolve("dump"), "twelve bytes");

        objects.write("exports/b", bytes("one"), "text/plain");
        objects.write("exports/b", bytes("two"), "text/plain");
        objects.write("exports/a", file, "text/plain");
        objects.write("other", bytes("x"), "text/plain");

        assertThat(objects.read("exports/b")).hasValue(bytes("two"));
        assertThat(objects.list("exports/")).extracting(Objects.Entry::key).containsExactly("exports/a", "exports/b");
        assertThat(objects.list("exports/").getFirst().bytes()).isEqualTo(12);
        objects.delete("exports/b");
        assertThat(objects.read("exports/b")).isEmpty();
        objects.delete("exports/b");
    }

    @Test
    void theFirstWhoWritesANewObjectKeepsIt() {
        var objects = bucket("locks");

        assertThat(objects.writeNew("lock", bytes("ann"), "text/plain")).isTrue();
        assertThat(objects.writeNew("lock", bytes("bob"), "text/plain")).isFalse();
        assertThat(objects.read("lock")).hasValue(bytes("ann"));
    }

    @Test
    void aBucketThatIsNotThereIsNamedByEveryCall() {
        var objects = cloud.objects("nobody-has-this");

        assertThatThrownBy(() -> objects.read("k"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("nobody-has-this/k");
        assertThatThrownBy(() -> objects.list("k")).isInstanceOf(Failure.class).hasMessageContaining("nobody-has-this");
        assertThatThrownBy(() -> objects.writeNew("k", bytes("x"), "text/plain"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("AWS knows no arn:aws:s3:::nobody-has-this/k (s3:PutObject)");
    }

    @Test
    void aSecretIsReadAndWrittenAnew() {
        try (var manager = clients.of(SecretsManagerClient.builder())) {
            var arn = manager.createSecret(r -> r.name("app").secretString("{\"password\":\"old\"}"))
                    .arn();
            var secrets = cloud.secrets();

            secrets.write(arn, "{\"password\":\"new\"}");

            assertThat(secrets.read(arn)).isEqualTo("{\"password\":\"new\"}");
            assertThat(secrets.rotatesByItself(arn)).isFalse();
            assertThat(secrets.changed(arn))
                    .hasValueSatisfying(
                            time -> assertThat(time).isAfter(Instant.now().minusSeconds(60)));
        }
    }

    @Test
    void aValueThatIsToComeIsKeptBesideTheCurrentOneAndThenTakesItsPlace() {
        try (var manager = clients.of(SecretsManagerClient.builder())) {
            var arn = manager.createSecret(r -> r.name("staged").secretString("old"))
                    .arn();
            var secrets = cloud.secrets();
            assertThat(secrets.find(arn, "next")).isEmpty();

            secrets.put(arn, "new", "next");
            var next = secrets.find(arn, "next").orElseThrow();
            assertThat(secrets.read(arn)).isEqualTo("old");
            secrets.makeCurrent(arn, next, secrets.find(arn, Secrets.CURRENT).orElseThrow());

            // By its stage: without one moto goes on to answer the first version.
            assertThat(secrets.find(arn, Secrets.CURRENT)).contains(new Secrets.Version(next.id(), "new"));
            assertThat(secrets.find(arn, Secrets.PREVIOUS))
                    .hasValueSatisfying(previous -> assertThat(previous.text()).isEqualTo("old"));
            secrets.takeAway(arn, "next", next);
            assertThat(secrets.find(arn, "next")).isEmpty();
            assertThat(secrets.find(arn, Secrets.CURRENT)).contains(next);
        }
    }

    @Test
    void aSecretWithARotationOfItsOwnIsToldAndRotated() {
        try (var manager = clients.of(SecretsManagerClient.builder())) {
            var arn = manager.createSecret(r -> r.name("owner").secretString("old"))
                    .arn();
            manager.rotateSecret(r -> r.secretId(arn).rotationRules(rules -> rules.automaticallyAfterDays(30L)));
            var secrets = cloud.secrets();

            secrets.rotate(arn);

            assertThat(secrets.rotatesByItself(arn)).isTrue();
            // Without a function moto makes a version for each rotation, and nothing more.
            assertThat(manager.listSecretVersionIds(r -> r.secretId(arn)).versions())
                    .hasSize(3);
        }
    }

    @Test
    void aSecretThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> cloud.secrets().read("gone"))
                .isInstanceOf(Failure.class)
                .hasMessage("AWS knows no gone (secretsmanager:GetSecretValue)");
    }

    @Test
    void aDatabaseServerAndItsReplicaAreDescribed() {
        server("described");
        try (var rds = clients.of(RdsClient.builder())) {
            rds.createDBInstanceReadReplica(
                    r -> r.dbInstanceIdentifier("described-replica").sourceDBInstanceIdentifier("described"));
        }
        var databases = cloud.databases();

        assertThat(databases.server("described").isAvailable()).isTrue();
        assertThat(databases.server("described").address().port()).isEqualTo(5432);
        assertThat(databases.server("described").source()).isEmpty();
        assertThat(databases.server("described").restorable()).isPresent();
        assertThat(databases.server("described").hasStandby()).isTrue();
        assertThat(databases.server("described-replica").source()).hasValue("described");
    }

    @Test
    void aDatabaseServerThatIsNotThereIsNamedOrSimplyMissing() {
        assertThat(cloud.databases().find("gone")).isEmpty();
        assertThatThrownBy(() -> cloud.databases().server("gone"))
                .isInstanceOf(Failure.class)
                .hasMessage("AWS knows no gone (rds:DescribeDBInstances)");
    }

    @Test
    void aReplicaIsPromotedAndAServerRestartedAndGivenAnotherPassword() {
        server("acted-on");
        try (var rds = clients.of(RdsClient.builder())) {
            rds.createDBInstanceReadReplica(
                    r -> r.dbInstanceIdentifier("acted-on-replica").sourceDBInstanceIdentifier("acted-on"));
        }
        var databases = cloud.databases();

        databases.promote("acted-on-replica");
        databases.restartOnStandby("acted-on");
        databases.setPassword("acted-on", "a-new-password");

        assertThat(databases.server("acted-on-replica").isAvailable()).isTrue();
    }

    @Test
    void aProxyIsLedFromOneServerToAnother() throws IOException {
        var subnets = moto.defaultSubnets(REGION);
        server("left");
        server("entered");
        var group = new Proxies.Group("proxy", "default");
        try (var rds = clients.of(RdsClient.builder())) {
            rds.createDBProxy(r -> r.dbProxyName("proxy")
                    .engineFamily("POSTGRESQL")
                    .auth(List.of(UserAuthConfig.builder()
                            .secretArn("arn:aws:secretsmanager:eu-central-1:123456789012:secret:x")
                            .build()))
                    .roleArn("arn:aws:iam::123456789012:role/proxy")
                    .vpcSubnetIds(subnets));
        }
        var proxies = cloud.proxies();

        proxies.register(group, "left");
        assertThat(proxies.targets(group)).extracting(Proxies.Target::server).containsExactly("left");
        proxies.deregister(group, "left");
        assertThat(proxies.targets(group)).isEmpty();
        proxies.register(group, "entered");

        assertThat(proxies.targets(group)).extracting(Proxies.Target::server).containsExactly("entered");
    }

    @Test
    void snapshotsAreMadeAndListedTheNewestLast() {
        server("kept");
        var databases = cloud.databases();

        databases.snapshot("kept", "kept-by-hand-1");
        databases.snapshot("kept", "kept-by-hand-2");

        var manual = databases.snapshots("kept").stream()
                .filter(snapshot -> snapshot.kind().equals("manual"))
                .toList();
        assertThat(manual)
                .extracting(Databases.Snapshot::identifier)
                .containsExactly("kept-by-hand-1", "kept-by-hand-2");
        assertThat(manual).allMatch(snapshot -> snapshot.sizeGib() == 20 && snapshot.encrypted());
    }

    @Test
    void aCacheGroupIsToldWithItsPrimary() {
        try (var caches = clients.of(ElastiCacheClient.builder())) {
            caches.createReplicationGroup(r -> r.replicationGroupId("sessions")
                    .replicationGroupDescription("x")
                    .engine("redis")
                    .replicasPerNodeGroup(2)
                    .automaticFailoverEnabled(true));
        }

        var group = cloud.caches().group("sessions");

        assertThat(group.isAvailable()).isTrue();
        assertThat(group.nodes()).hasSize(3);
        assertThat(group.nodes()).contains(group.primary());
        assertThat(group.shard()).isEqualTo("0001");
    }

    @Test
    void aCacheGroupTakesAnotherToken() {
        try (var caches = clients.of(ElastiCacheClient.builder())) {
            caches.createReplicationGroup(r -> r.replicationGroupId("tokens")
                    .replicationGroupDescription("x")
                    .engine("redis")
                    .replicasPerNodeGroup(1)
                    .transitEncryptionEnabled(true)
                    .authToken("an-old-token-of-the-group"));
        }

        cloud.caches().addToken("tokens", "a-new-token-of-the-group");
        cloud.caches().keepOnlyToken("tokens", "a-new-token-of-the-group");

        // Which token is good moto does not know: the sandbox does.
        assertThat(cloud.caches().group("tokens").isAvailable()).isTrue();
    }

    @Test
    void aCacheGroupThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> cloud.caches().group("gone"))
                .isInstanceOf(Failure.class)
                .hasMessage("AWS knows no gone (elasticache:DescribeReplicationGroups)");
    }

    private void server(String identifier) {
        try (var rds = clients.of(RdsClient.builder())) {
            rds.createDBInstance(r -> r.dbInstanceIdentifier(identifier)
                    .engine("postgres")
                    .dbInstanceClass("db.m7g.large")
                    .masterUsername("owner")
                    .masterUserPassword("an-old-password")
                    .allocatedStorage(20)
                    .storageEncrypted(true)
                    .multiAZ(true)
                    .port(5432));
        }
    }

    private Objects bucket(String name) {
        try (var s3 = clients.s3()) {
            s3.createBucket(r -> r.bucket(name).createBucketConfiguration(c -> c.locationConstraint(REGION)));
        }
        return cloud.objects(name);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    private static void put(CloudWatchClient watch, String metric, List<Dimension> whose, double value, Instant time) {
        watch.putMetricData(r -> r.namespace("AWS/ApplicationELB")
                .metricData(MetricDatum.builder()
                        .metricName(metric)
                        .dimensions(whose)
                        .value(value)
                        .timestamp(time)
                        .build()));
    }

    private static void putFree(CloudWatchClient watch, List<Dimension> server, double bytes, Instant time) {
        watch.putMetricData(r -> r.namespace("AWS/RDS")
                .metricData(MetricDatum.builder()
                        .metricName("FreeStorageSpace")
                        .dimensions(server)
                        .value(bytes)
                        .timestamp(time)
                        .build()));
    }
}
