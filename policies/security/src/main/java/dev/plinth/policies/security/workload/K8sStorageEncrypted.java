package dev.plinth.policies.security.workload;

import com.pulumi.kubernetes.storage.v1.StorageClass;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Value;
import java.util.Map;
import java.util.Set;

/** The disks that pods get cannot be read without a key. */
final class K8sStorageEncrypted implements RemediatingRule {
    private static final Set<String> DISKS =
            Set.of("ebs.csi.aws.com", "ebs.csi.eks.amazonaws.com", "kubernetes.io/aws-ebs");
    private static final String ENCRYPTED = "encrypted";
    private static final String YES = "true";

    private static final ResourceTypes CLASSES = ResourceTypes.of(StorageClass.class);
    private static final Property<String> PROVISIONER = CLASSES.text("provisioner");
    private static final Property<Map<String, Value>> PARAMETERS = CLASSES.valueMap("parameters");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-storage-encrypted", CLASSES, "A storage class encrypts its disks")
                .severity(Severity.HIGH)
                .why("Whoever gets hold of a disk or of its snapshot reads what the pods have stored.")
                .cure("set the parameter encrypted of the storage class to \"true\"");
    }

    @Override
    public Judgement check(Resource storage, Context context) {
        return isDisk(storage)
                ? Judgement.violatedIf(
                        !isEncrypted(storage),
                        "makes disks that are not encrypted, as the parameter encrypted is not true")
                : Judgement.notApplicable("is about disks of EBS only");
    }

    @Override
    public Patch remedy(Resource storage, Context context) {
        return isDisk(storage) && !isEncrypted(storage) ? Patch.entry(PARAMETERS, ENCRYPTED, YES) : Patch.NONE;
    }

    private static boolean isDisk(Resource storage) {
        return DISKS.contains(storage.get(PROVISIONER).orElse(""));
    }

    private static boolean isEncrypted(Resource storage) {
        return storage.entry(PARAMETERS, ENCRYPTED).filter(YES::equals).isPresent();
    }
}
