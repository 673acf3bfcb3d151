package dev.plinth.policies.security.workload;

import static dev.plinth.policy.Framework.POD_SECURITY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.kubernetes.PodSpec;
import dev.plinth.policy.kubernetes.Workloads;
import java.util.List;
import java.util.stream.Stream;

/** A pod mounts what the cluster hands out, not a disk or a server of its own choice. */
final class K8sVolumeTypes implements ResourceRule {
    private static final ObjectProperty<List<Properties>> VOLUMES = PodSpec.SHAPE.objects("volumes");

    /** All but those of the restricted standard, and but hostPath, which has a rule of its own. */
    private static final List<ObjectProperty<Properties>> REFUSED = Stream.of(
                    "awsElasticBlockStore",
                    "azureDisk",
                    "azureFile",
                    "cephfs",
                    "cinder",
                    "fc",
                    "flexVolume",
                    "flocker",
                    "gcePersistentDisk",
                    "gitRepo",
                    "glusterfs",
                    "iscsi",
                    "nfs",
                    "photonPersistentDisk",
                    "portworxVolume",
                    "quobyte",
                    "rbd",
                    "scaleIO",
                    "storageos",
                    "vsphereVolume")
            .map(VOLUMES.fields()::object)
            .toList();

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-volume-types", Workloads.ALL, "A pod mounts volumes of the usual types only")
                .controls(POD_SECURITY.control("restricted: Volume Types"))
                .why("A pod that names its own server or disk passes by what the cluster's owner has set for storage.")
                .cure("make a PersistentVolume of it and mount that by a persistentVolumeClaim")
                .config(PodStandard.EXEMPTION);
    }

    @Override
    public Judgement check(Resource workload, Context context) {
        return PodStandard.judge(workload, context, pod -> pod.each(VOLUMES, K8sVolumeTypes::checkVolume));
    }

    private static Judgement checkVolume(Properties volume) {
        return Judgement.each(
                REFUSED,
                type -> Judgement.violatedIf(volume.has(type), "mounts a volume of the type %s".formatted(type)));
    }
}
