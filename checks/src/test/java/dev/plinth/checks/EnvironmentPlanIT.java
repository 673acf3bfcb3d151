package dev.plinth.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What the environments that people rely on must have, asked of the plan that the real engine makes of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EnvironmentPlanIT {
    static final List<String> STACKS = List.of("staging", "production");

    private static final Map<String, StackPlan> PLANS = new HashMap<>();

    @TempDir
    private static Path state;

    @BeforeAll
    void plan() {
        STACKS.forEach(stack -> PLANS.put(stack, StackPlan.of(stack, new Shell(state))));
    }

    @AfterAll
    void leaveNothingRunning() {
        STACKS.forEach(stack -> new Shell(state).run("./plinth down " + stack + " --sandbox --yes"));
    }

    @ParameterizedTest
    @CsvSource({"staging, 1", "production, 2"})
    void postgresHasReplicasInOtherZonesAndAPoolAndTakesTlsOnly(String stack, int replicas) {
        var plan = of(stack);
        var instances = plan.all("aws:rds/instance:Instance");

        assertThat(instances).hasSize(1 + replicas).allMatch(instance -> instance.isTrue("/storageEncrypted"));
        assertThat(primary(plan).isTrue("/multiAz")).isTrue();
        assertThat(instances)
                .filteredOn(instance -> !instance.text("/replicateSourceDb").isEmpty())
                .extracting(instance -> instance.text("/availabilityZone"))
                .hasSize(replicas)
                .doesNotHaveDuplicates();
        assertThat(parameter(plan, "rds.force_ssl")).isEqualTo("1");
        assertThat(plan.one("aws:rds/proxy:Proxy").isTrue("/requireTls")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"staging, 14", "production, 35"})
    void everySecondOfTheLastDaysCanBeRestoredHereAndElsewhere(String stack, int days) {
        assertThat(primary(of(stack)).at("/backupRetentionPeriod").asInt()).isEqualTo(days);
        assertThat(of(stack).all("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication"))
                .hasSize(1);
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void backupsAreLockedCopiedTestedAndWatched(String stack) {
        var plan = of(stack);
        var rules = plan.one("aws:backup/plan:Plan").at("/rules");

        assertThat(rules).hasSize(3).allSatisfy(rule -> {
            assertThat(rule.at("/copyActions")).hasSize(1);
            assertThat(rule.at("/enableContinuousBackup").asBoolean()).isFalse();
        });
        assertThat(rules)
                .extracting(rule -> rule.at("/lifecycle/deleteAfter").asInt())
                .containsExactlyInAnyOrder(35, 90, 2555);
        assertThat(plan.all("aws:backup/vault:Vault")).hasSize(2).allMatch(PlannedResource::isProtected);
        assertThat(plan.all("aws:backup/vaultLockConfiguration:VaultLockConfiguration"))
                .hasSize(2);
        assertThat(plan.one("aws:backup/restoreTestingSelection:RestoreTestingSelection")
                        .text("/protectedResourceType"))
                .isEqualTo("RDS");
        assertThat(plan.all("aws:cloudwatch/eventRule:EventRule"))
                .filteredOn(rule -> rule.text("/eventPattern").contains("aws.backup"))
                .hasSize(3);
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void redisFailsOverBetweenThreeNodesAndAsksForAPassword(String stack) {
        var redis = of(stack).one("aws:elasticache/replicationGroup:ReplicationGroup");

        assertThat(redis.at("/numCacheClusters").asInt()).isEqualTo(3);
        assertThat(redis.isTrue("/automaticFailoverEnabled")).isTrue();
        assertThat(redis.isTrue("/multiAzEnabled")).isTrue();
        assertThat(redis.isTrue("/transitEncryptionEnabled")).isTrue();
        assertThat(redis.isTrue("/atRestEncryptionEnabled")).isTrue();
        assertThat(redis.at("/authToken").isMissingNode()).isFalse();
        assertThat(of(stack)
                        .one("aws:elasticache/parameterGroup:ParameterGroup")
                        .text("/parameters"))
                .isNotNull();
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theLoadBalancerIsInternalLoggedAndStrict(String stack) {
        var balancer = of(stack).one("aws:lb/loadBalancer:LoadBalancer");

        assertThat(balancer.isTrue("/internal")).isTrue();
        assertThat(balancer.isTrue("/accessLogs/enabled")).isTrue();
        assertThat(balancer.isTrue("/dropInvalidHeaderFields")).isTrue();
        assertThat(balancer.isTrue("/enableDeletionProtection")).isTrue();
        assertThat(balancer.text("/desyncMitigationMode")).isIn("defensive", "strictest");
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theFirewallLimitsTheRateOfEachClientAndKnowsBadRequests(String stack) {
        var rules = of(stack).one("aws:wafv2/webAcl:WebAcl").at("/rules");

        assertThat(rules)
                .extracting(
                        rule -> rule.at("/statement/rateBasedStatement/limit").asInt())
                .contains(6000, 3000);
        assertThat(rules)
                .extracting(rule ->
                        rule.at("/statement/managedRuleGroupStatement/name").asText())
                .contains(
                        "AWSManagedRulesCommonRuleSet",
                        "AWSManagedRulesKnownBadInputsRuleSet",
                        "AWSManagedRulesSQLiRuleSet");
        assertThat(of(stack).all("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration"))
                .hasSize(1);
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void clientsSpeakModernTlsOnlyAndCertificatesRenewThemselves(String stack) {
        var plan = of(stack);

        assertThat(plan.all("aws:lb/listener:Listener")).isNotEmpty().allSatisfy(listener -> {
            assertThat(listener.text("/protocol")).isEqualTo("HTTPS");
            assertThat(listener.text("/sslPolicy")).startsWith("ELBSecurityPolicy-TLS13-1-");
        });
        assertThat(distribution(plan).text("/viewerCertificate/minimumProtocolVersion"))
                .startsWith("TLSv1.2_20");
        assertThat(plan.all("aws:acm/certificate:Certificate"))
                .hasSize(2)
                .allMatch(certificate -> certificate.text("/validationMethod").equals("DNS"));
        assertThat(plan.all("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy"))
                .isNotEmpty()
                .allSatisfy(policy -> assertThat(
                                policy.at("/securityHeadersConfig/strictTransportSecurity/accessControlMaxAgeSec")
                                        .asInt())
                        .isGreaterThanOrEqualTo(31_536_000));
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theCdnStandsBeforeTheApiAndTheSite(String stack) {
        var plan = of(stack);
        var distribution = distribution(plan);

        assertThat(distribution.at("/origins"))
                .anyMatch(origin -> origin.has("vpcOriginConfig"))
                .anyMatch(origin -> origin.has("originAccessControlId"));
        assertThat(distribution.at("/originGroups")).hasSize(1);
        assertThat(distribution.text("/httpVersion")).isEqualTo("http2and3");
        assertThat(distribution.at("/webAclId").isMissingNode()).isFalse();
        assertThat(distribution.text("/defaultCacheBehavior/viewerProtocolPolicy"))
                .isEqualTo("redirect-to-https");
        assertThat(plan.all("aws:cloudfront/function:Function")).hasSize(1);
        assertThat(plan.all("aws:s3/bucketReplicationConfig:BucketReplicationConfig"))
                .hasSize(1);
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void blueAndGreenStandBesideEachOtherAndTheWeightsAreInputs(String stack) {
        var plan = of(stack);
        var listener = plan.all("aws:lb/listener:Listener").get(0);
        var weights = listener.at("/defaultActions/0/forward/targetGroups");

        assertThat(plan.all("aws:lb/targetGroup:TargetGroup")).hasSize(2);
        assertThat(weights).extracting(group -> group.at("/weight").asInt()).containsExactlyInAnyOrder(100, 0);
        assertThat(plan.all("aws:lb/listenerRule:ListenerRule")).hasSize(2);
        assertThat(plan.all("kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding"))
                .hasSize(2);
        assertThat(plan.all("kubernetes:core/v1:Namespace"))
                .anyMatch(namespace -> namespace
                        .at("/metadata/labels")
                        .path("elbv2.k8s.aws/pod-readiness-gate-inject")
                        .asText()
                        .equals("enabled"));
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theClusterIsPrivateEncryptedAndLogged(String stack) {
        var plan = of(stack);
        var cluster = plan.one("aws:eks/cluster:Cluster");

        assertThat(cluster.isTrue("/vpcConfig/endpointPrivateAccess")).isTrue();
        assertThat(cluster.isTrue("/vpcConfig/endpointPublicAccess")).isFalse();
        assertThat(cluster.at("/encryptionConfig/resources"))
                .extracting(JsonNode::asText)
                .containsExactly("secrets");
        assertThat(cluster.at("/enabledClusterLogTypes")).hasSize(5);
        assertThat(plan.all("aws:ec2/launchTemplate:LaunchTemplate"))
                .isNotEmpty()
                .allSatisfy(template -> {
                    assertThat(template.text("/metadataOptions/httpTokens")).isEqualTo("required");
                    assertThat(template.at("/metadataOptions/httpPutResponseHopLimit")
                                    .asInt())
                            .isEqualTo(1);
                });
        assertThat(plan.all("aws:eks/podIdentityAssociation:PodIdentityAssociation"))
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(plan.all("kubernetes:networking.k8s.io/v1:NetworkPolicy")).isNotEmpty();
        assertThat(plan.all("kubernetes:policy/v1:PodDisruptionBudget")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(plan.all("kubernetes:autoscaling/v2:HorizontalPodAutoscaler"))
                .hasSize(2);
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theImageIsBuiltHereScannedAndNeverOverwritten(String stack) {
        var repository = of(stack).one("aws:ecr/repository:Repository");

        assertThat(repository.text("/imageTagMutability")).isEqualTo("IMMUTABLE");
        assertThat(repository.isTrue("/imageScanningConfiguration/scanOnPush")).isTrue();
        assertThat(of(stack).all("aws:ecr/lifecyclePolicy:LifecyclePolicy")).hasSize(1);
        assertThat(of(stack).all("docker:index/image:Image")).hasSize(1);
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void whoDidWhatIsRecordedAndEveryKeyRotates(String stack) {
        var plan = of(stack);
        var trail = plan.one("aws:cloudtrail/trail:Trail");

        assertThat(plan.all("aws:kms/key:Key"))
                .hasSizeGreaterThanOrEqualTo(12)
                .allMatch(key -> key.isTrue("/enableKeyRotation"))
                .allMatch(PlannedResource::isProtected)
                .allMatch(key -> !key.text("/policy").isEmpty());
        assertThat(trail.isTrue("/isMultiRegionTrail")).isTrue();
        assertThat(trail.isTrue("/enableLogFileValidation")).isTrue();
        assertThat(plan.one("aws:guardduty/detector:Detector").isTrue("/enable"))
                .isTrue();
        assertThat(plan.all("aws:ec2/flowLog:FlowLog")).hasSize(1);
        assertThat(plan.all("aws:secretsmanager/secretRotation:SecretRotation")).hasSize(1);
        assertThat(plan.all("aws:iam/openIdConnectProvider:OpenIdConnectProvider"))
                .hasSize(1);
    }

    @Test
    void noGroupInsideNamesAnAddressAndNothingDataLivesInCanBeDestroyedByMistake() {
        for (var stack : STACKS) {
            assertThat(of(stack).all("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"))
                    .isNotEmpty()
                    .noneMatch(rule -> !rule.text("/cidrIpv4").isEmpty());
            assertThat(of(stack).resources())
                    .filteredOn(resource -> List.of(
                                    "aws:kms/key:Key",
                                    "aws:s3/bucketV2:BucketV2",
                                    "aws:secretsmanager/secret:Secret",
                                    "aws:ecr/repository:Repository",
                                    "aws:backup/vault:Vault")
                            .contains(resource.type()))
                    .isNotEmpty()
                    .allMatch(PlannedResource::isProtected);
            assertThat(primary(of(stack)).isProtected()).isTrue();
        }
    }

    @Test
    void stagingAndProductionAreOfTheSameKindsButForTheZoneThatProductionIsGiven() {
        var staging = kinds(of("staging"));
        staging.removeAll(List.of("aws:route53/zone:Zone", "aws:route53/queryLog:QueryLog"));

        assertThat(staging).isEqualTo(kinds(of("production")));
    }

    @Test
    void theArchitectureTellsOfEveryKindOfResourceAndOfNoOther() {
        var planned = new TreeSet<>(ResourceTables.planned(of("staging")));
        planned.addAll(ResourceTables.planned(of("production")));

        assertThat(ResourceTables.rows()).isEqualTo(planned);
    }

    private static Set<String> kinds(StackPlan plan) {
        return plan.resources().stream().map(PlannedResource::type).collect(Collectors.toCollection(TreeSet::new));
    }

    private static StackPlan of(String stack) {
        return Objects.requireNonNull(PLANS.get(stack));
    }

    private static PlannedResource primary(StackPlan plan) {
        return plan.named("aws:rds/instance:Instance", "database-primary");
    }

    private static PlannedResource distribution(StackPlan plan) {
        return plan.one("aws:cloudfront/distribution:Distribution");
    }

    private static String parameter(StackPlan plan, String name) {
        return StreamSupport.stream(
                        plan.one("aws:rds/parameterGroup:ParameterGroup")
                                .at("/parameters")
                                .spliterator(),
                        false)
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .map(parameter -> parameter.path("value").asText())
                .findFirst()
                .orElse("");
    }
}
