package dev.plinth.policies.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.User;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.secretsmanager.SecretVersion;
import com.pulumi.kubernetes.core.v1.Secret;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SensitiveInputsAreSecretTest {
    private final PolicyTest rule = PolicyTest.of(new SensitiveInputsAreSecret());
    private final TestResource version = TestResource.of(SecretVersion.class, "login");

    @Test
    void rejectsWhatAPreviewWouldShow() {
        assertThat(rule.violations(version.with("secretString", "hunter22")))
                .containsExactly("login has a readable secretString");
    }

    @Test
    void acceptsWhatIsMarked() {
        assertThat(rule.violations(version.secret("secretString", "hunter22"), version))
                .isEmpty();
    }

    @Test
    void acceptsWhatIsNotKnownYet() {
        assertThat(rule.violations(version.unknown("secretString"))).isEmpty();
        assertThat(rule.undecided(version.unknown("secretString"))).isEmpty();
    }

    @Test
    void looksAtEverySensitiveInput() {
        assertThat(rule.violations(
                        version.with("secretBinary", "aHVudGVy"),
                        TestResource.of(Instance.class, "db").with("password", "hunter22"),
                        TestResource.of(Cluster.class, "db").with("masterPassword", "hunter22"),
                        TestResource.of(ReplicationGroup.class, "cache").with("authToken", "hunter22"),
                        TestResource.of(User.class, "cache").with("passwords", List.of("hunter22")),
                        TestResource.of(Secret.class, "k8s").with("data", Map.of("a", "aHVudGVy"))))
                .hasSize(6);
    }

    @Test
    void looksAtEachPartOfASecretOfKubernetes() {
        TestResource secret = TestResource.of(Secret.class, "k8s");
        Value hidden = new Value.Secret(Value.of("hunter22"));

        assertThat(rule.violations(secret.with("stringData", Map.of("a", hidden, "b", "hunter22"))))
                .containsExactly("k8s has a readable stringData");
        assertThat(rule.violations(secret.with("stringData", Map.of("a", hidden))))
                .isEmpty();
    }
}
