package dev.plinth.policies.security.network;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.CIS_AWS;
import static dev.plinth.policy.Framework.TRIVY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** Nobody on the internet can so much as knock at the ports by which machines are administered. */
final class SgNoPublicAdminPorts implements ResourceRule {
    record Ports(
            @Described("ports by which machines are administered")
            List<Integer> ports) {}

    static final RuleConfig<Ports> PORTS = RuleConfig.of(new Ports(List.of(22, 3389)));

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "sg-no-public-admin-ports",
                        Openings.TYPES,
                        "A security group keeps the internet away from ports of administration")
                .severity(Severity.CRITICAL)
                .controls(
                        AWS_FSBP.control("EC2.13"),
                        AWS_FSBP.control("EC2.14"),
                        CIS_AWS.control("5.3"),
                        CIS_AWS.control("5.4"),
                        CHECKOV.control("CKV_AWS_24"),
                        CHECKOV.control("CKV_AWS_25"),
                        TRIVY.control("AWS-0107"))
                .why("Robots try passwords and known flaws on every such port of the internet, all day long.")
                .cure("name the addresses or the security group that may come in, or use Session Manager instead")
                .config(PORTS);
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        List<Integer> ports = context.get(PORTS).ports();
        return Openings.judge(resource, range -> Wording.held(range, ports).map("is open to the internet on "::concat));
    }
}
