package dev.plinth.policies.security.network;

import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** A machine cannot talk to whomever it likes on whatever port. */
final class SgNoOpenEgress implements ResourceRule {
    private static final ResourceTypes GROUPS = ResourceTypes.of(SecurityGroup.class);
    private static final ObjectProperty<List<Properties>> EGRESS = GROUPS.objects("egress");
    private static final RuleStyle INLINE = RuleStyle.ofLists(EGRESS.fields());
    private static final RuleStyle STANDALONE = RuleStyle.ofOne(ResourceTypes.of(SecurityGroupEgressRule.class));

    @Override
    public RuleInfo info() {
        var types = ResourceTypes.of(SecurityGroup.class, SecurityGroupEgressRule.class);
        return RuleInfo.disabled(
                        "sg-no-open-egress", types, "A security group does not let out everything to everywhere")
                .severity(Severity.LOW)
                .controls(CHECKOV.control("CKV_AWS_382"), TRIVY.control("AWS-0104"))
                .why("Whoever gets into a machine can carry data to anywhere, and fetch tools from there.")
                .cure("name the ports that are needed, and who is behind them");
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        return resource.is(GROUPS)
                ? resource.each(EGRESS, rule -> judge(INLINE, rule))
                : judge(STANDALONE, resource.properties());
    }

    private static Judgement judge(RuleStyle style, Properties rule) {
        boolean everything = style.ports(rule).filter(PortRange::isAll).isPresent();
        return Judgement.violatedIf(
                everything && style.isForAnybody(rule), "lets out connections to anywhere on all ports");
    }
}
