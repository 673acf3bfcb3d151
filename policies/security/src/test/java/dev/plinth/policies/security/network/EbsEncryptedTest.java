package dev.plinth.policies.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ebs.EncryptionByDefault;
import com.pulumi.aws.ebs.Volume;
import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.ec2.InstanceArgs;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.inputs.InstanceEbsBlockDeviceArgs;
import com.pulumi.aws.ec2.inputs.InstanceRootBlockDeviceArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingEbsArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EbsEncryptedTest {
    private final PolicyTest rule = PolicyTest.of(new EbsEncrypted());
    private final TestResource volume = TestResource.of(Volume.class, "disk");
    private final TestResource byDefault = TestResource.of(EncryptionByDefault.class, "defaults");

    @Test
    void acceptsEncryptedDisks() {
        assertThat(rule.violations(
                        volume.with("encrypted", true),
                        byDefault.with("enabled", true),
                        byDefault,
                        template(ebs().encrypted("true")),
                        instance(true, true)))
                .isEmpty();
    }

    @Test
    void rejectsAVolumeThatIsNotSaidToBeEncrypted() {
        assertThat(rule.violations(volume, volume.with("encrypted", false)))
                .hasSize(2)
                .allMatch("disk is not encrypted, as encrypted is not true"::equals);
    }

    @Test
    void rejectsARegionThatLetsDisksBeUnencrypted() {
        assertThat(rule.violations(byDefault.with("enabled", false)))
                .containsExactly("defaults lets disks be made unencrypted in the whole region, as enabled is false");
    }

    @Test
    void rejectsADiskOfATemplate() {
        assertThat(rule.violations(template(ebs()), template(ebs().encrypted("false"))))
                .hasSize(2)
                .allMatch("nodes has the unencrypted disk /dev/xvda, as its encrypted is not true"::equals);
    }

    @Test
    void rejectsEachDiskOfAnInstance() {
        assertThat(rule.violations(instance(false, false)))
                .containsExactly(
                        "machine has the unencrypted disk /, as its encrypted is not true",
                        "machine has the unencrypted disk /dev/sdb, as its encrypted is not true");
    }

    @Test
    void rejectsTheRootDiskThatAnInstanceDoesNotMention() {
        assertThat(rule.violations(TestResource.of(Instance.class, "machine"))).hasSize(1);
    }

    @Test
    void leavesTheRootDiskToTheTemplate() {
        var made = TestResource.of(Instance.class, "machine").with("launchTemplate", Map.of("id", "lt-1"));

        assertThat(rule.violations(made)).isEmpty();
    }

    @Test
    void leavesADiskToItsSnapshot() {
        assertThat(rule.violations(template(ebs().snapshotId("snap-1")))).isEmpty();
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(volume.unknown("encrypted")))
                .containsExactly("disk: encrypted is not known before the deployment");
    }

    private static LaunchTemplateBlockDeviceMappingEbsArgs.Builder ebs() {
        return LaunchTemplateBlockDeviceMappingEbsArgs.builder().volumeSize(20);
    }

    private static TestResource template(LaunchTemplateBlockDeviceMappingEbsArgs.Builder ebs) {
        return TestResource.of(
                LaunchTemplate.class,
                "nodes",
                LaunchTemplateArgs.builder()
                        .blockDeviceMappings(LaunchTemplateBlockDeviceMappingArgs.builder()
                                .deviceName("/dev/xvda")
                                .ebs(ebs.build())
                                .build())
                        .build());
    }

    private static TestResource instance(boolean root, boolean other) {
        return TestResource.of(
                Instance.class,
                "machine",
                InstanceArgs.builder()
                        .rootBlockDevice(InstanceRootBlockDeviceArgs.builder()
                                .encrypted(root)
                                .build())
                        .ebsBlockDevices(InstanceEbsBlockDeviceArgs.builder()
                                .deviceName("/dev/sdb")
                                .encrypted(other)
                                .build())
                        .build());
    }
}
