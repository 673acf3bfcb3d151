package dev.plinth.policies.security.network;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.CIS_AWS;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.Vpc;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import java.util.List;

/** It is on record who talked to whom in a network, and who was refused. */
final class VpcFlowLogs implements StackRule {
    private static final ResourceTypes VPCS = ResourceTypes.of(Vpc.class);
    private static final Property<String> ID = VPCS.text("id");
    private static final ResourceTypes LOGS = ResourceTypes.of(FlowLog.class);
    private static final Property<String> VPC_ID = LOGS.text("vpcId");
    private static final Property<String> TRAFFIC = LOGS.text("trafficType");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("vpc-flow-logs", VPCS, "A VPC keeps a log of its connections")
                .severity(Severity.MEDIUM)
                .controls(
                        AWS_FSBP.control("EC2.6"),
                        CIS_AWS.control("3.7"),
                        CHECKOV.control("CKV2_AWS_11"),
                        TRIVY.control("AWS-0178"))
                .why("Without it nobody can tell afterwards where an intruder went, or why a connection fails.")
                .cure("add a FlowLog with the VPC's id and trafficType ALL or REJECT");
    }

    @Override
    public Judgement check(Resource vpc, Stack stack, Context context) {
        List<Resource> logs = stack.mayRefer(vpc, VPC_ID, ID);
        if (logs.isEmpty()) {
            return Judgement.violated("keeps no log of its connections");
        }
        boolean refused =
                logs.stream().anyMatch(log -> !log.get(TRAFFIC).orElse("").equals("ACCEPT"));
        return Judgement.violatedIf(!refused, "logs accepted connections only, and none that it refuses");
    }
}
