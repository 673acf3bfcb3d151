package dev.plinth.sandbox.kubernetes;

import static dev.plinth.sandbox.Inputs.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.value.Value.Fields;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CustomResourcesTest {
    private static final String BINDING = "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding";
    private static final Fields INPUTS = fields(
            "apiVersion", "elbv2.k8s.aws/v1beta1", "kind", "TargetGroupBinding", "metadata", Map.of("name", "api"));

    @TempDir
    private Path folder = Path.of("");

    private PlainCluster cluster;

    @BeforeEach
    void open() {
        cluster = new PlainCluster(folder);
        cluster.with(HelmRelease.TOKEN, new HelmRelease(cluster.objects()));
    }

    @Test
    void aNewClusterKnowsACustomResourceByItsChartOnly() {
        ownCluster();

        assertThatThrownBy(() -> cluster.create(BINDING, "api", INPUTS))
                .hasMessageContaining(
                        "no matches for kind \"TargetGroupBinding\" in version \"elbv2.k8s.aws/v1beta1\": a cluster has it"
                                + " from the moment the Helm release of chart aws-load-balancer-controller is deployed");
        cluster.create(
                HelmRelease.TOKEN,
                "controller",
                fields(
                        "chart",
                        "aws-load-balancer-controller",
                        "version",
                        "1.0.0",
                        "repositoryOpts",
                        Map.of("repo", "https://aws.github.io/eks-charts")));

        assertThat(cluster.create(BINDING, "api", INPUTS).id()).isEqualTo("default/api");
    }

    @Test
    void aClusterThatTheProgramDoesNotMakeKnowsThemAll() {
        assertThat(cluster.create(BINDING, "api", INPUTS).id()).isEqualTo("default/api");
    }

    @Test
    void whatEveryClusterKnowsNeedsNoChart() {
        ownCluster();

        assertThat(cluster.create(
                                "kubernetes:core/v1:ConfigMap",
                                "api",
                                fields("apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("name", "api")))
                        .id())
                .isEqualTo("default/api");
    }

    private void ownCluster() {
        cluster.create(
                "aws:eks/cluster:Cluster",
                "main",
                fields(
                        "roleArn",
                        "arn:aws:iam::000000000000:role/cluster",
                        "vpcConfig",
                        Map.of("subnetIds", List.of("subnet-1", "subnet-2"))));
    }
}
