package dev.plinth.policies.security.cluster;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.eks.NodeGroup;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** A cluster and its nodes run a version of Kubernetes that is still mended. */
final class EksSupportedVersion implements ResourceRule {
    record Versions(
            @Described("minor versions of Kubernetes in the standard support of EKS")
            List<String> supported) {}

    private static final RuleConfig<Versions> VERSIONS = RuleConfig.of(new Versions(List.of("1.34", "1.35", "1.36")));
    private static final ResourceTypes TYPES = ResourceTypes.of(Cluster.class, NodeGroup.class);
    private static final Property<String> VERSION = TYPES.text("version");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("eks-supported-version", TYPES, "Kubernetes is of a supported version")
                .severity(Severity.HIGH)
                .controls(AWS_FSBP.control("EKS.2"), CHECKOV.control("CKV_AWS_339"))
                .why("What is found in an older version stays open, and EKS bills such a cluster six times over.")
                .cure("set version to one that the rule names, one minor version at a time, nodes last")
                .config(VERSIONS);
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        if (!resource.has(VERSION)) {
            return Judgement.notApplicable("leaves the choice of the newest version to EKS");
        }
        if (resource.isUnknown(VERSION)) {
            return Judgement.notApplicable("judges the cluster whose version its nodes get");
        }
        List<String> supported = context.get(VERSIONS).supported();
        String version = resource.get(VERSION).orElse("");
        return Judgement.violatedIf(
                !supported.contains(version),
                "runs Kubernetes %s, needs one of %s".formatted(version, String.join(", ", supported)));
    }
}
