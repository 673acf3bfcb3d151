package dev.plinth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Cloud.Declared;
import dev.plinth.infra.config.Settings;
import dev.plinth.infra.release.Colour;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What every environment is, whatever its configuration, and what makes them differ. */
final class PlatformTest {
    static final List<String> STACKS = StackFiles.STACKS;

    private static final Map<String, Plan> PLANS = STACKS.stream().collect(Collectors.toMap(stack -> stack, Plan::of));
    private static final String INSTANCE = "aws:rds/instance:Instance";
    private static final String REDIS = "aws:elasticache/replicationGroup:ReplicationGroup";
    private static final String LISTENER = "aws:lb/listener:Listener";
    private static final String TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
    private static final String DEPLOYMENT = "kubernetes:apps/v1:Deployment";

    @ParameterizedTest
    @FieldSource("STACKS")
    void theProgramHasNoErrors(String stack) {
        assertThat(plan(stack).errors()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void bothColoursExistWithTheirTargetGroupsAndBindings(String stack) {
        var plan = plan(stack);

        assertThat(plan.all(TARGET_GROUP))
                .extracting(Declared::name)
                .containsExactlyInAnyOrder("edge-blue", "edge-green");
        assertThat(plan.all(DEPLOYMENT)).extracting(Declared::name).containsExactlyInAnyOrder("api-blue", "api-green");
        assertThat(plan.all("kubernetes:core/v1:Service")).hasSize(2);
        assertThat(plan.all("kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding"))
                .extracting(binding -> at(binding.inputs(), "spec", "targetGroupARN"))
                .containsExactlyInAnyOrder("arn:edge-blue-id", "arn:edge-green-id");
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theFirstRunSendsAllTrafficToBlueAndKnowsGreen(String stack) {
        assertThat(forwarded(plan(stack))).isEqualTo(List.of(target("blue", 100), target("green", 0)));
    }

    @Test
    void theListenerFollowsTheStateOfTheLastRun() {
        var plan = Plan.of(environment("local"), previous("green", 10, 90));

        assertThat(forwarded(plan)).isEqualTo(List.of(target("blue", 10), target("green", 90)));
        assertThat(plan.outputs()).containsEntry("liveColour", "green");
    }

    @Test
    void aRunWithoutARequestKeepsBothImagesThoughItBuildsANewOne() {
        var plan = Plan.of(environment("local"), previous("blue", 100, 0));

        assertThat(image(plan, Colour.BLUE)).isEqualTo("repo@sha256:b");
        assertThat(image(plan, Colour.GREEN)).isEqualTo("repo@sha256:g");
        assertThat(plan.outputs())
                .containsEntry("release", previous("blue", 100, 0).get("release"));
    }

    @Test
    void aRequestPutsTheNewImageOnTheIdleColour() {
        var plan = Plan.of(environment("local", "{\"images\": {\"green\": \"current\"}}"), previous("blue", 100, 0));

        assertThat(image(plan, Colour.BLUE)).isEqualTo("repo@sha256:b");
        assertThat(image(plan, Colour.GREEN)).isEqualTo("registry/api@sha256:new");
    }

    @Test
    void anImpossibleRequestEndsTheProgramBeforeItDeclaresAnything() {
        var plan = Plan.of(environment("local", "{\"images\": {\"blue\": \"current\"}}"), previous("blue", 100, 0));

        assertThat(plan.errors())
                .singleElement()
                .asString()
                .contains("plinth:release", "blue has weight 100 before and 100 after")
                .doesNotContain("\tat ");
        assertThat(plan.resources()).extracting(Declared::type).containsExactly("pulumi:pulumi:StackReference");
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void everyDataStoreIsEncryptedWithAKeyOfItsOwn(String stack) {
        var plan = plan(stack);

        assertThat(plan.all(INSTANCE))
                .isNotEmpty()
                .allSatisfy(instance ->
                        assertThat(instance.input("storageEncrypted")).isEqualTo(true));
        assertThat(plan.one(INSTANCE, "database-primary").input("kmsKeyId"))
                .asString()
                .endsWith("keys-database-id");
        var redis = plan.one(REDIS, "cache");
        assertThat(redis.input("atRestEncryptionEnabled")).isEqualTo(true);
        assertThat(redis.input("transitEncryptionEnabled")).isEqualTo(true);
        assertThat(redis.input("authToken")).isEqualTo("drawn");
        assertThat(redis.input("kmsKeyId")).asString().endsWith("keys-cache-id");
        assertThat(plan.all("aws:secretsmanager/secret:Secret"))
                .hasSize(2)
                .allSatisfy(secret ->
                        assertThat(secret.input("kmsKeyId")).asString().endsWith("keys-secrets-id"));
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theDatabaseIsClosedAndKeepsItsData(String stack) {
        var plan = plan(stack);
        var primary = plan.one(INSTANCE, "database-primary");

        assertThat(plan.all(INSTANCE)).allSatisfy(instance -> {
            assertThat(instance.input("publiclyAccessible")).isEqualTo(false);
            assertThat(instance.input("iamDatabaseAuthenticationEnabled")).isEqualTo(true);
            assertThat(instance.input("copyTagsToSnapshot")).isEqualTo(true);
        });
        assertThat(primary.input("username")).isEqualTo("mdl_admin");
        assertThat(primary.input("password")).isEqualTo("drawn");
        assertThat(primary.input("skipFinalSnapshot")).isEqualTo(false);
        assertThat(primary.input("finalSnapshotIdentifier"))
                .asString()
                .startsWith("plinth-" + stack + "-database-final-");
        assertThat(at(
                        plan.one("aws:rds/parameterGroup:ParameterGroup", "database")
                                .inputs(),
                        "parameters"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(Map.of("name", "rds.force_ssl", "value", "1", "applyMethod", "pending-reboot"));
    }

    @ParameterizedTest
    @CsvSource({"local, 1, 7, false", "staging, 1, 14, true", "production, 2, 35, true"})
    void environmentsDifferInSizeAndProtection(String stack, int replicas, int backupDays, boolean deletionProtection) {
        var plan = plan(stack);
        var primary = plan.one(INSTANCE, "database-primary");

        assertThat(plan.all(INSTANCE))
                .filteredOn(instance -> instance.has("replicateSourceDb"))
                .hasSize(replicas);
        assertThat(primary.input("backupRetentionPeriod")).isEqualTo((double) backupDays);
        assertThat(primary.input("deletionProtection")).isEqualTo(deletionProtection);
        assertThat(plan.one("aws:lb/loadBalancer:LoadBalancer", "edge").input("enableDeletionProtection"))
                .isEqualTo(deletionProtection);
    }

    @ParameterizedTest
    @CsvSource({"local, 2, 0", "staging, 3, 1", "production, 3, 3"})
    void subnetsStandInEveryZone(String stack, int zones, int natGateways) {
        var plan = plan(stack);

        assertThat(plan.all("aws:ec2/subnet:Subnet"))
                .hasSize(3 * zones)
                .allSatisfy(subnet ->
                        assertThat(subnet.input("mapPublicIpOnLaunch")).isEqualTo(false));
        assertThat(plan.all("aws:ec2/natGateway:NatGateway")).hasSize(natGateways);
        assertThat(plan.all("aws:ec2/route:Route"))
                .extracting(Declared::name)
                .noneMatch(route -> route.startsWith("network-data"));
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void securityGroupsNameEachOtherAndOnlyTheEdgeIsOpen(String stack) {
        var plan = plan(stack);
        var ingress = plan.all("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
        var egress = plan.all("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");

        assertThat(ingress)
                .filteredOn(rule -> rule.has("cidrIpv4"))
                .hasSize(2)
                .allSatisfy(rule ->
                        assertThat(rule.input("securityGroupId")).isEqualTo("network-firewall-load-balancer-id"));
        assertThat(egress).isNotEmpty().noneMatch(rule -> rule.has("cidrIpv4"));
        assertThat(ingress).noneMatch(rule -> rule.has("cidrIpv6"));
        assertThat(plan.all("aws:ec2/securityGroup:SecurityGroup"))
                .hasSize(4)
                .noneMatch(group -> group.has("ingress") || group.has("egress"));
        var unused = plan.one("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "network-firewall-default");
        assertThat(unused.input("ingress")).isEqualTo(List.of());
        assertThat(unused.input("egress")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theEdgeSpeaksModernTlsOnly(String stack) {
        var https = plan(stack).one(LISTENER, "edge-https");

        assertThat(https.input("protocol")).isEqualTo("HTTPS");
        assertThat(https.input("sslPolicy")).isEqualTo("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09");
        assertThat(at(plan(stack).one(LISTENER, "edge-redirect").inputs(), "defaultActions", 0, "type"))
                .isEqualTo("redirect");
        assertThat(plan(stack).one("aws:lb/loadBalancer:LoadBalancer", "edge").input("dropInvalidHeaderFields"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void podsHaveNoRightsTheyDoNotNeed(String stack) {
        assertThat(plan(stack).all(DEPLOYMENT)).allSatisfy(deployment -> {
            var pod = at(deployment.inputs(), "spec", "template", "spec");
            assertThat(at(pod, "securityContext", "runAsNonRoot")).isEqualTo(true);
            assertThat(at(pod, "automountServiceAccountToken")).isEqualTo(false);
            var container = at(pod, "containers", 0, "securityContext");
            assertThat(at(container, "readOnlyRootFilesystem")).isEqualTo(true);
            assertThat(at(container, "allowPrivilegeEscalation")).isEqualTo(false);
            assertThat(at(container, "capabilities", "drop")).isEqualTo(List.of("ALL"));
        });
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theAppGetsAllItsVariablesAndItsPasswordsByReference(String stack) {
        var container =
                at(plan(stack).one(DEPLOYMENT, "api-green").inputs(), "spec", "template", "spec", "containers", 0);
        var variables = ((List<?>) at(container, "env"))
                .stream()
                        .map(Map.class::cast)
                        .collect(Collectors.toMap(variable -> variable.get("name"), variable -> variable));

        assertThat(variables)
                .containsOnlyKeys(
                        "MDL_HTTP_HOST",
                        "MDL_HTTP_PORT",
                        "MDL_ADMIN_PORT",
                        "MDL_DATABASE_URL",
                        "MDL_DATABASE_USER",
                        "MDL_DATABASE_PASSWORD",
                        "MDL_REDIS_URL",
                        "MDL_REDIS_PASSWORD",
                        "MDL_COLOUR");
        assertThat(at(variables, "MDL_DATABASE_URL", "value"))
                .isEqualTo("jdbc:postgresql://database-primary.rds:5432/mdl?sslmode=verify-full"
                        + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
        assertThat(at(variables, "MDL_REDIS_URL", "value")).isEqualTo("rediss://cache.redis:6379");
        assertThat(at(variables, "MDL_COLOUR", "value")).isEqualTo("green");
        assertThat(at(variables, "MDL_DATABASE_PASSWORD", "valueFrom", "secretKeyRef", "key"))
                .isEqualTo("database-password");
        assertThat(at(variables, "MDL_REDIS_PASSWORD", "valueFrom", "secretKeyRef", "key"))
                .isEqualTo("redis-password");
    }

    @ParameterizedTest
    @CsvSource({
        "local, https://edge.elb:8443",
        "staging, https://api.staging.example.com",
        "production, https://api.example.com"
    })
    void theOutputsAreThoseThatOpsReads(String stack, String url) {
        assertThat(plan(stack).outputs())
                .containsOnlyKeys(
                        "apiUrl",
                        "liveColour",
                        "release",
                        "image",
                        "databaseEndpoint",
                        "databaseReplicaEndpoints",
                        "cacheEndpoint",
                        "databaseSecretArn")
                .containsEntry("apiUrl", url)
                .containsEntry("liveColour", "blue")
                .containsEntry("image", "registry/api@sha256:new")
                .containsEntry("databaseEndpoint", "database-primary.rds:5432")
                .containsEntry("cacheEndpoint", "cache.redis:6379");
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void anEnvironmentKnowsTheOnlyAccountAndClusterItMayGoTo(String stack) {
        var plan = plan(stack);

        assertThat(plan.one("pulumi:providers:aws", "aws").input("allowedAccountIds"))
                .asString()
                .matches("\\[\"\\d{12}\"]");
        assertThat(plan.one("pulumi:providers:kubernetes", "kubernetes").input("context"))
                .asString()
                .startsWith("plinth-");
    }

    private static Plan plan(String stack) {
        return Objects.requireNonNull(PLANS.get(stack));
    }

    private static Environment environment(String stack) {
        return Environment.of(StackFiles.settings(stack));
    }

    private static Environment environment(String stack, String request) {
        var values = new HashMap<>(StackFiles.settings(stack).values());
        values.put("plinth:release", request);
        return Environment.of(Settings.of(stack, values));
    }

    private static Map<String, Object> previous(String live, int blue, int green) {
        return Map.of(
                "release",
                Map.of(
                        "live", live,
                        "weights", Map.of("blue", blue, "green", green),
                        "images", Map.of("blue", "repo@sha256:b", "green", "repo@sha256:g")));
    }

    private static Object image(Plan plan, Colour colour) {
        return at(plan.one(DEPLOYMENT, "api-" + colour).inputs(), "spec", "template", "spec", "containers", 0, "image");
    }

    private static Object forwarded(Plan plan) {
        return at(plan.one(LISTENER, "edge-https").inputs(), "defaultActions", 0, "forward", "targetGroups");
    }

    private static Map<String, Object> target(String colour, double weight) {
        return Map.of("arn", "arn:edge-%s-id".formatted(colour), "weight", weight);
    }

    /** The value at a path of keys and positions. */
    private static Object at(Object value, Object... path) {
        var current = value;
        for (var step : path) {
            var next = step instanceof Integer index ? ((List<?>) current).get(index) : ((Map<?, ?>) current).get(step);
            current = Objects.requireNonNull(next, () -> "no %s in %s".formatted(step, value));
        }
        return current;
    }
}
