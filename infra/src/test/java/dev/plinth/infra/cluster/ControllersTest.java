package dev.plinth.infra.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Cloud.Declared;
import dev.plinth.infra.Plan;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is installed in the cluster, and how little of AWS it may touch. */
final class ControllersTest {
    private static final Plan PLAN = Plan.of("production");
    private static final String RELEASE = "kubernetes:helm.sh/v3:Release";

    @Test
    void everyChartIsPinnedAndKeepsTwoReplicas() {
        assertThat(PLAN.all(RELEASE)).hasSize(4).allSatisfy(release -> {
            assertThat(release.input("version")).asString().matches("\\d+\\.\\d+\\.\\d+");
            assertThat(release.at("repositoryOpts", "repo")).asString().startsWith("https://");
            assertThat(release.at("values"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .satisfiesAnyOf(
                            values -> assertThat(values).containsEntry("replicaCount", 2.0),
                            values -> assertThat(values).containsEntry("replicas", 2.0));
        });
    }

    @Test
    void theAutoscalerIsOfTheClustersOwnVersion() {
        var version = PLAN.one("aws:eks/cluster:Cluster", "cluster").input("version");

        assertThat(release("cluster-autoscaler").at("values", "image", "tag"))
                .asString()
                .startsWith("v" + version + ".");
    }

    @Test
    void podsOfTheApiWaitForTheirGateAndNoOthers() {
        var values = release("aws-load-balancer-controller");
        var labels = PLAN.one("kubernetes:apps/v1:Deployment", "api-blue").at("spec", "template", "metadata", "labels");
        var key = values.at("values", "objectSelector", "matchExpressions", 0, "key");

        assertThat(values.at("values", "podMutatorWebhookConfig", "failurePolicy"))
                .isEqualTo("Fail");
        assertThat(labels).asInstanceOf(InstanceOfAssertFactories.MAP).containsKey(key);
    }

    @Test
    void noControllerMakesALoadBalancer() {
        assertThat(release("aws-load-balancer-controller").at("values", "createIngressClassResource"))
                .isEqualTo(false);
        assertThat(rights("controllers-aws-load-balancer-controller"))
                .contains("elasticloadbalancing:RegisterTargets")
                .doesNotContain("Create", "Modify", "Delete", "Authorize");
    }

    @Test
    void theAutoscalerScalesThisClusterOnly() {
        assertThat(rights("controllers-cluster-autoscaler"))
                .contains("aws:ResourceTag/k8s.io/cluster-autoscaler/plinth-production-cluster");
    }

    @Test
    void externalSecretsReadsNothingItself() {
        assertThat(rights("controllers-external-secrets"))
                .contains("arn:aws:iam::222222222222:role/plinth-production-*-secrets")
                .doesNotContain("secretsmanager", "kms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"external-secrets", "aws-load-balancer-controller", "cluster-autoscaler"})
    void controllersAreKnownInAwsByTheirServiceAccount(String name) {
        var association = PLAN.one("aws:eks/podIdentityAssociation:PodIdentityAssociation", "controllers-" + name);

        assertThat(association.input("serviceAccount")).isEqualTo(name);
        assertThat(association.input("namespace")).isEqualTo("plinth-production-controllers");
    }

    @Test
    void everyConnectionOfTheirsIsNamed() {
        assertThat(PLAN.all("kubernetes:networking.k8s.io/v1:NetworkPolicy"))
                .extracting(Declared::name)
                .containsAll(List.of(
                        "controllers-default-deny",
                        "controllers-names",
                        "controllers-webhooks",
                        "controllers-kubelets",
                        "controllers-pod-identity",
                        "controllers-apis"));
    }

    private static Declared release(String chart) {
        return PLAN.one(RELEASE, "controllers-" + chart);
    }

    private static String rights(String role) {
        return String.valueOf(PLAN.one("aws:iam/rolePolicy:RolePolicy", role).input("policy"));
    }
}
