package dev.plinth.policies.security.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.eks.Cluster;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EksSecretsEncryptionTest {
    private final PolicyTest rule = PolicyTest.of(new EksSecretsEncryption());
    private final TestResource cluster = TestResource.of(Cluster.class, "eks");

    @Test
    void acceptsAKeyForSecretsBeItUnknown() {
        assertThat(rule.violations(
                        encrypted(List.of("secrets"), Map.of("keyArn", "arn")),
                        encrypted(List.of("secrets"), Map.of("keyArn", new Value.Unknown()))))
                .isEmpty();
    }

    @Test
    void rejectsAClusterWithoutOne() {
        assertThat(rule.violations(
                        cluster,
                        encrypted(List.of(), Map.of("keyArn", "arn")),
                        encrypted(List.of("secrets"), Map.of())))
                .hasSize(3)
                .allMatch("eks does not encrypt its secrets with a key of its owner"::equals);
    }

    @Test
    void waitsForAnUnknownConfiguration() {
        assertThat(rule.undecided(cluster.unknown("encryptionConfig"))).hasSize(1);
    }

    private TestResource encrypted(List<String> resources, Map<String, Object> provider) {
        return cluster.with("encryptionConfig", Map.of("resources", resources, "provider", provider));
    }
}
