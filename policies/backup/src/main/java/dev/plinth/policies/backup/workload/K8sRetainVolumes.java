package dev.plinth.policies.backup.workload;

import com.pulumi.kubernetes.apps.v1.StatefulSet;
import com.pulumi.kubernetes.core.v1.PersistentVolume;
import com.pulumi.kubernetes.storage.v1.StorageClass;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;

/** Data outlive the claim, the workload or the class that they were made by. */
final class K8sRetainVolumes implements ResourceRule {
    private static final String DELETE = "Delete";

    private static final ResourceTypes CLASSES = ResourceTypes.of(StorageClass.class);
    private static final Property<String> OF_CLASS = CLASSES.text("reclaimPolicy");
    private static final ResourceTypes VOLUMES = ResourceTypes.of(PersistentVolume.class);
    private static final ObjectProperty<Properties> VOLUME = VOLUMES.object("spec");
    private static final Property<String> OF_VOLUME = VOLUME.fields().text("persistentVolumeReclaimPolicy");
    private static final ResourceTypes SETS = ResourceTypes.of(StatefulSet.class);
    private static final ObjectProperty<Properties> SET = SETS.object("spec");
    private static final ObjectProperty<Properties> RETENTION =
            SET.fields().object("persistentVolumeClaimRetentionPolicy");
    private static final Property<String> OF_SET = RETENTION.fields().text("whenDeleted");

    @Override
    public RuleInfo info() {
        var types = CLASSES.and(VOLUMES).and(SETS);
        return RuleInfo.mandatory("k8s-retain-volumes", types, "A volume outlives what uses it")
                .why("One deleted claim or workload deletes the disk with all its data, at once and for good.")
                .cure("set the reclaim policy, or whenDeleted of the retention policy, to Retain");
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        if (resource.is(CLASSES)) {
            return Judgement.violatedIf(
                    resource.get(OF_CLASS).orElse(DELETE).equals(DELETE),
                    "deletes a disk with its claim, as reclaimPolicy is not Retain");
        }
        if (resource.is(VOLUMES)) {
            return Judgement.violatedIf(
                    resource.get(VOLUME)
                            .flatMap(spec -> spec.get(OF_VOLUME))
                            .orElse("")
                            .equals(DELETE),
                    "is deleted with its claim, as persistentVolumeReclaimPolicy is Delete");
        }
        return Judgement.violatedIf(
                resource.get(SET)
                        .flatMap(spec -> spec.get(RETENTION))
                        .flatMap(policy -> policy.get(OF_SET))
                        .orElse("")
                        .equals(DELETE),
                "deletes its volumes when it is deleted, as whenDeleted is Delete");
    }
}
