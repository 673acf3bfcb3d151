package dev.plinth.sandbox.kubernetes;

import static dev.plinth.sandbox.Inputs.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value.Fields;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HelmReleaseTest {
    private static final Fields METRICS = fields(
            "chart",
            "metrics-server",
            "version",
            "3.12.2",
            "namespace",
            "kube-system",
            "repositoryOpts",
            Map.of("repo", "https://kubernetes-sigs.github.io/metrics-server/"));

    @TempDir
    private Path folder = Path.of("");

    private PlainCluster cluster;

    @BeforeEach
    void open() {
        cluster = new PlainCluster(folder);
        cluster.with(HelmRelease.TOKEN, new HelmRelease(cluster.objects()));
    }

    @Test
    void aReleaseIsDeployedUnderANameOfItsOwn() {
        var made = cluster.create(HelmRelease.TOKEN, "metrics", METRICS);
        var status = new Properties(made.outputs()).in("status");

        assertThat(made.id()).matches("kube-system/metrics-[0-9a-f]{8}");
        assertThat(status.text("status")).contains("deployed");
        assertThat(status.text("version")).contains("3.12.2");
        assertThat("kube-system/" + status.text("name").orElseThrow()).isEqualTo(made.id());
    }

    @Test
    void severalReleasesLiveInOneNamespaceButNotUnderOneName() {
        cluster.create(HelmRelease.TOKEN, "metrics", METRICS);
        cluster.create(HelmRelease.TOKEN, "more", METRICS.withAll(fields("name", "more")));

        assertThatThrownBy(() -> cluster.create(HelmRelease.TOKEN, "again", METRICS.withAll(fields("name", "more"))))
                .hasMessageContaining("name: the release kube-system/more exists already");
    }

    @Test
    void aChartWithoutVersionOrRepositoryIsRefused() {
        assertThat(cluster.check(HelmRelease.TOKEN, fields("chart", "metrics-server")))
                .hasSize(2)
                .anyMatch(reason -> reason.startsWith("version: missing"))
                .anyMatch(reason -> reason.startsWith("repositoryOpts.repo: missing"));
        assertThat(cluster.check(
                        HelmRelease.TOKEN, fields("chart", "oci://public.ecr.aws/karpenter", "version", "1.0.0")))
                .isEmpty();
    }

    @Test
    void aNamespaceThatIsNotThereIsMadeOnlyOnRequest() {
        var elsewhere = METRICS.withAll(fields("namespace", "monitoring"));

        assertThatThrownBy(() -> cluster.create(HelmRelease.TOKEN, "metrics", elsewhere))
                .hasMessageContaining("namespace: there is no namespace monitoring");
        assertThat(cluster.create(HelmRelease.TOKEN, "metrics", elsewhere.withAll(fields("createNamespace", true)))
                        .id())
                .startsWith("monitoring/");
    }
}
