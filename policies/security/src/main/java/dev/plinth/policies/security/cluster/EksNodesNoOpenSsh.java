package dev.plinth.policies.security.cluster;

import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.eks.NodeGroup;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** Nobody signs in to a node from anywhere. */
final class EksNodesNoOpenSsh implements ResourceRule {
    private static final ResourceTypes GROUPS = ResourceTypes.of(NodeGroup.class);
    private static final ObjectProperty<Properties> REMOTE = GROUPS.object("remoteAccess");
    private static final Property<String> KEY = REMOTE.fields().text("ec2SshKey");
    private static final Property<List<String>> SOURCES = REMOTE.fields().texts("sourceSecurityGroupIds");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "eks-nodes-no-open-ssh", GROUPS, "The nodes of a cluster do not take SSH from anywhere")
                .severity(Severity.HIGH)
                .controls(CHECKOV.control("CKV_AWS_100"))
                .why("With a key and no security group, EKS opens port 22 of every node to the internet.")
                .cure("leave remoteAccess out and use Session Manager, or name sourceSecurityGroupIds");
    }

    @Override
    public Judgement check(Resource group, Context context) {
        return group.get(REMOTE)
                .map(remote -> Judgement.violatedIf(
                        remote.has(KEY) && !remote.has(SOURCES), "has nodes that take SSH from anywhere"))
                .orElseGet(() -> Judgement.notApplicable("is about nodes with remoteAccess"));
    }
}
