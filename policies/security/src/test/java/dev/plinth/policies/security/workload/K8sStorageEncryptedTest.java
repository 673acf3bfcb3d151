package dev.plinth.policies.security.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.storage.v1.StorageClass;
import com.pulumi.kubernetes.storage.v1.StorageClassArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sStorageEncryptedTest {
    private final PolicyTest rule = PolicyTest.of(new K8sStorageEncrypted());
    private final TestResource disks = TestResource.of(
            StorageClass.class,
            "disks",
            StorageClassArgs.builder().provisioner("ebs.csi.aws.com").build());

    @Test
    void acceptsEncryptedDisks() {
        assertThat(rule.violations(
                        disks.with("parameters", Map.of("encrypted", "true", "kmsKeyId", new Value.Unknown()))))
                .isEmpty();
    }

    @Test
    void rejectsDisksThatAreNotEncrypted() {
        assertThat(rule.violations(disks))
                .containsExactly("disks makes disks that are not encrypted, as the parameter encrypted is not true");
        assertThat(rule.violations(disks.with("parameters", Map.of("encrypted", "false"))))
                .hasSize(1);
    }

    @Test
    void leavesOtherProvisionersAlone() {
        assertThat(rule.notApplicable(disks.with("provisioner", "efs.csi.aws.com")))
                .containsExactly("is about disks of EBS only");
    }

    @Test
    void waitsForUnknownParameters() {
        assertThat(rule.undecided(disks.unknown("parameters")))
                .containsExactly("disks: parameters is not known before the deployment");
    }

    @Test
    void encryptsAndKeepsTheOtherParameters() {
        TestResource remedied = rule.remedied(disks.with("parameters", Map.of("type", "gp3")));

        assertThat(remedied.resource())
                .isEqualTo(disks.with("parameters", Map.of("type", "gp3", "encrypted", "true"))
                        .resource());
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }
}
