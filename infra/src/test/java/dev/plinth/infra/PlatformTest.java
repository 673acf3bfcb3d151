package dev.plinth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What every environment is, whatever its configuration, and what makes them differ. */
final class PlatformTest {
    static final List<String> STACKS = StackFiles.STACKS;

    private static final String INSTANCE = "aws:rds/instance:Instance";

    @ParameterizedTest
    @FieldSource("STACKS")
    void theProgramHasNoErrors(String stack) {
        assertThat(Plan.of(stack).errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"local, 1, 7, false", "staging, 1, 14, true", "production, 2, 35, true"})
    void environmentsDifferInSizeAndProtection(String stack, int replicas, int backupDays, boolean deletionProtection) {
        var plan = Plan.of(stack);
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
    @CsvSource({
        "local, https://edge-cdn.cloudfront.net",
        "staging, https://metrics.staging.example.com",
        "production, https://metrics.example.com"
    })
    void theOutputsAreThoseThatOpsReads(String stack, String url) {
        assertThat(Plan.of(stack).outputs())
                .containsKeys(
                        "apiUrl",
                        "liveColour",
                        "release",
                        "image",
                        "site",
                        "siteBucket",
                        "distributionId",
                        "testRouteKey",
                        "bootstrapToken",
                        "databaseEndpoint",
                        "databasePrimaryEndpoint",
                        "databaseReplicaEndpoints",
                        "cacheEndpoint",
                        "clusterName",
                        "databaseSecretArn",
                        "backupVaultArns",
                        "noticesTopicArn",
                        "operations")
                .containsEntry("apiUrl", url)
                .containsEntry("liveColour", "blue")
                .containsEntry("image", "1.dkr.ecr.eu-central-1.amazonaws.com/api@sha256:new")
                .containsEntry("databaseEndpoint", "database-proxy.rds:5432")
                .containsEntry("cacheEndpoint", "cache.redis:6379");
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void whoeverOperatesItFindsEverythingInOneOutput(String stack) {
        var plan = Plan.of(stack);
        var found = new ObjectMapper().valueToTree(plan.outputs().get("operations"));
        var proxyTarget = plan.one("aws:rds/proxyTarget:ProxyTarget", "database-proxy");

        assertThat(found.at("/title").asText()).isEqualTo("plinth-" + stack);
        assertThat(found.at("/database/primary").asText()).isEqualTo("plinth-%s-database-primary".formatted(stack));
        assertThat(found.at("/database/proxy").asText()).isEqualTo("plinth-%s-database-proxy".formatted(stack));
        assertThat(found.at("/database/proxyTargetGroup").asText()).isEqualTo(proxyTarget.input("targetGroupName"));
        assertThat(found.at("/backup/vault").asText()).isEqualTo("plinth-%s-backups".formatted(stack));
        assertThat(found.at("/backup/roleArn").asText())
                .startsWith("arn:aws:iam::")
                .contains(":role/");
        assertThat(found.at("/backup/keepDays").asInt()).isEqualTo(35);
        assertThat(found.at("/cacheGroup").asText()).isEqualTo("plinth-%s-cache".formatted(stack));
        assertThat(found.at("/operationsBucket").asText()).endsWith("-operations");
        assertThat(found.at("/targetGroupArns").properties()).hasSize(2);
        assertThat(found.at("/secretArns").properties()).hasSize(4);
        assertThat(found.findValues("")).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void anEnvironmentKnowsTheOnlyAccountAndClusterItMayGoTo(String stack) {
        var plan = Plan.of(stack);

        assertThat(plan.one("pulumi:providers:aws", "aws").input("allowedAccountIds"))
                .asString()
                .matches("\\[\"\\d{12}\"]");
        assertThat(plan.one("pulumi:providers:kubernetes", "kubernetes").input("kubeconfig"))
                .asString()
                .contains("\"plinth-%s-cluster\"".formatted(stack));
    }
}
