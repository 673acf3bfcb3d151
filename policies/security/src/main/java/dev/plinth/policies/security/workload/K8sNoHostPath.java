package dev.plinth.policies.security.workload;

import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.POD_SECURITY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.kubernetes.PodSpec;
import dev.plinth.policy.kubernetes.Workloads;
import java.util.List;

/** A pod does not mount a folder or a socket of its node. */
final class K8sNoHostPath implements ResourceRule {
    private static final ObjectProperty<List<Properties>> VOLUMES = PodSpec.SHAPE.objects("volumes");
    private static final ObjectProperty<Properties> HOST_PATH = VOLUMES.fields().object("hostPath");
    private static final Property<String> PATH = HOST_PATH.fields().text("path");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-no-host-path", Workloads.ALL, "A pod does not mount its node's files")
                .severity(Severity.HIGH)
                .controls(POD_SECURITY.control("baseline: HostPath Volumes"), CHECKOV.control("CKV_K8S_27"))
                .why("Who can write a node's files, or talk to its container runtime, is root on that node.")
                .cure("use an emptyDir, a configMap or a persistentVolumeClaim instead of the hostPath volume")
                .config(PodStandard.EXEMPTION);
    }

    @Override
    public Judgement check(Resource workload, Context context) {
        return PodStandard.judge(
                workload,
                context,
                pod -> pod.each(
                        VOLUMES,
                        volume -> Judgement.violatedIf(
                                volume.has(HOST_PATH), "mounts %s of its node".formatted(path(volume)))));
    }

    private static String path(Properties volume) {
        if (volume.isUnknown(HOST_PATH)) {
            return "files";
        }
        return volume.get(HOST_PATH)
                .filter(host -> !host.isUnknown(PATH))
                .flatMap(host -> host.get(PATH))
                .orElse("files");
    }
}
