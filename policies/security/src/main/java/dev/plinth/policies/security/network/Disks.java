package dev.plinth.policies.security.network;

import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.ec2.LaunchTemplate;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import java.util.List;

/** The disks that are declared along with a machine. */
final class Disks {
    private static final ResourceTypes TEMPLATES = ResourceTypes.of(LaunchTemplate.class);
    private static final ObjectProperty<List<Properties>> MAPPINGS = TEMPLATES.objects("blockDeviceMappings");
    private static final Property<String> MAPPING_NAME = MAPPINGS.fields().text("deviceName");
    private static final ObjectProperty<Properties> MAPPED = MAPPINGS.fields().object("ebs");
    private static final Property<Boolean> MAPPED_ENCRYPTED = MAPPED.fields().flag("encrypted");
    private static final Property<String> MAPPED_SNAPSHOT = MAPPED.fields().text("snapshotId");

    private static final ResourceTypes INSTANCES = ResourceTypes.of(Instance.class);
    private static final ObjectProperty<Properties> TEMPLATE = INSTANCES.object("launchTemplate");
    private static final ObjectProperty<Properties> ROOT = INSTANCES.object("rootBlockDevice");
    private static final Property<Boolean> ROOT_ENCRYPTED = ROOT.fields().flag("encrypted");
    private static final ObjectProperty<List<Properties>> OTHERS = INSTANCES.objects("ebsBlockDevices");
    private static final Property<String> NAME = OTHERS.fields().text("deviceName");
    private static final Property<Boolean> ENCRYPTED = OTHERS.fields().flag("encrypted");
    private static final Property<String> SNAPSHOT = OTHERS.fields().text("snapshotId");

    private Disks() {}

    /** A template may leave its disks to the image and to the region's default; the ones it names are encrypted. */
    static Judgement ofTemplate(Resource template) {
        return template.each(
                MAPPINGS,
                mapping -> mapping.get(MAPPED)
                        // A disk that is made from a snapshot is encrypted as that one is.
                        .filter(disk -> !disk.has(MAPPED_SNAPSHOT))
                        .map(disk -> judge(
                                disk.get(MAPPED_ENCRYPTED).orElse(false),
                                mapping.get(MAPPING_NAME).orElse("")))
                        .orElse(Judgement.kept()));
    }

    /** An instance has a root disk, be it named or not. */
    static Judgement ofInstance(Resource instance) {
        return Judgement.all(
                () -> instance.has(TEMPLATE) && !instance.has(ROOT)
                        ? Judgement.kept()
                        : judge(isRootEncrypted(instance), "/"),
                () -> instance.each(
                        OTHERS,
                        disk -> disk.has(SNAPSHOT)
                                ? Judgement.kept()
                                : judge(
                                        disk.get(ENCRYPTED).orElse(false),
                                        disk.get(NAME).orElse(""))));
    }

    private static boolean isRootEncrypted(Resource instance) {
        return instance.get(ROOT).flatMap(root -> root.get(ROOT_ENCRYPTED)).orElse(false);
    }

    private static Judgement judge(boolean encrypted, String name) {
        return Judgement.violatedIf(
                !encrypted, "has the unencrypted disk %s, as its encrypted is not true".formatted(name));
    }
}
