package dev.plinth.infra.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Environment;
import dev.plinth.infra.StackFiles;
import dev.plinth.infra.config.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stack may say of its cluster. */
final class ClusterSpecTest {
    private static final String REASON =
            "\n  plinth:accept: {cluster.publicCidrs: The office has no way into the VPC.}";

    @Test
    void aStackNeedsToSayNothing() {
        var cluster = spec("cluster: {}");

        assertThat(cluster.version()).isEqualTo(KubernetesVersion.V1_35);
        assertThat(cluster.access().publicBlocks()).isEmpty();
        assertThat(cluster.nodes()).isEqualTo(new NodesSpec("t3.large", 1, 3, 50, Capacity.ON_DEMAND));
        assertThat(cluster.addOnVersions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version: '1.33' | plinth:cluster.version",
                "nodes: {instanceType: m7g.large} | plinth:cluster.nodes.instanceType",
                "nodes: {min: 3, max: 2} | plinth:cluster.nodes.max",
                "nodes: {diskGib: 29} | plinth:cluster.nodes.diskGib",
                "addOns: {coredns: latest} | plinth:cluster.addOns.coredns",
                "addOns: {core-dns: v1.12.4-eksbuild.1} | plinth:cluster.addOns.core-dns",
                "administrators: [somebody] | plinth:cluster.administrators[0]"
            })
    void whatCannotBeIsNamedByItsPath(String setting, String path) {
        assertThat(StackFiles.failure(StackFiles.valid("cluster: {%s}".formatted(setting)))
                        .problems())
                .extracting(Problem::path)
                .containsExactly(path);
    }

    @Test
    void theApiIsOpenedToAnOfficeWithAReason() {
        var blocks = spec("cluster: {publicCidrs: [203.0.113.0/24]}" + REASON)
                .access()
                .publicBlocks();

        assertThat(blocks).extracting(Object::toString).containsExactly("203.0.113.0/24");
    }

    @Test
    void theApiIsNotOpenedWithoutAReason() {
        assertThat(StackFiles.failure(StackFiles.valid("cluster: {publicCidrs: [203.0.113.0/24]}"))
                        .problems())
                .extracting(Problem::path)
                .containsExactly("plinth:cluster.publicCidrs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "203.0.112.0/23"})
    void theApiIsNotOpenedToStrangersForAnyReason(String block) {
        assertThat(StackFiles.failure(StackFiles.valid("cluster: {publicCidrs: [%s]}".formatted(block) + REASON))
                        .problems())
                .extracting(Problem::path)
                .contains("plinth:cluster.publicCidrs[0]");
    }

    @Test
    void aRoleIsEitherAdministratorOrViewer() {
        var role = "arn:aws:iam::111122223333:role/both";

        assertThat(StackFiles.failure(StackFiles.valid(
                                "cluster: {administrators: ['%s'], viewers: ['%s']}".formatted(role, role)))
                        .problems())
                .extracting(Problem::path)
                .containsExactly("plinth:cluster.viewers");
    }

    private static ClusterSpec spec(String setting) {
        return Environment.of(StackFiles.valid(setting)).cluster();
    }
}
