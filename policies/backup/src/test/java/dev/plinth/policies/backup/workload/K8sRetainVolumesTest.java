package dev.plinth.policies.backup.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.apps.v1.StatefulSet;
import com.pulumi.kubernetes.core.v1.PersistentVolume;
import com.pulumi.kubernetes.storage.v1.StorageClass;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sRetainVolumesTest {
    private final PolicyTest rule = PolicyTest.of(new K8sRetainVolumes());
    private final TestResource disks = TestResource.of(StorageClass.class, "disks");
    private final TestResource volume = TestResource.of(PersistentVolume.class, "volume");
    private final TestResource set = TestResource.of(StatefulSet.class, "set");

    @Test
    void acceptsThatDataAreKept() {
        assertThat(rule.violations(disks.with("reclaimPolicy", "Retain"), volume, set))
                .isEmpty();
    }

    @Test
    void rejectsAClassWhoseDisksGoWithTheirClaims() {
        assertThat(rule.violations(disks))
                .containsExactly("disks deletes a disk with its claim, as reclaimPolicy is not Retain");
        assertThat(rule.violations(disks.with("reclaimPolicy", "Delete"))).hasSize(1);
    }

    @Test
    void rejectsAVolumeThatGoesWithItsClaim() {
        assertThat(rule.violations(volume.with("spec", Map.of("persistentVolumeReclaimPolicy", "Delete"))))
                .containsExactly("volume is deleted with its claim, as persistentVolumeReclaimPolicy is Delete");
    }

    @Test
    void rejectsASetThatDeletesItsVolumes() {
        var retention = Map.of("persistentVolumeClaimRetentionPolicy", Map.of("whenDeleted", "Delete"));

        assertThat(rule.violations(set.with("spec", retention)))
                .containsExactly("set deletes its volumes when it is deleted, as whenDeleted is Delete");
    }

    @Test
    void waitsForAnUnknownPolicy() {
        assertThat(rule.undecided(disks.unknown("reclaimPolicy")))
                .containsExactly("disks: reclaimPolicy is not known before the deployment");
    }
}
