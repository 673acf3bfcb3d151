package dev.plinth.policies.security.network;

import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.ec2.DefaultVpc;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A stack does not rely on the network that AWS puts into every account. */
final class NoDefaultVpc implements ResourceRule {
    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "no-default-vpc", ResourceTypes.of(DefaultVpc.class), "A stack does not use the default VPC")
                .severity(Severity.MEDIUM)
                .controls(CHECKOV.control("CKV_AWS_148"), TRIVY.control("AWS-0101"))
                .why("All its subnets are public, and whatever anybody tries out in the account is in it too.")
                .cure("make a VPC of the stack's own");
    }

    @Override
    public Judgement check(Resource vpc, Context context) {
        return Judgement.violated("is the VPC that AWS makes by itself, with public subnets only");
    }
}
