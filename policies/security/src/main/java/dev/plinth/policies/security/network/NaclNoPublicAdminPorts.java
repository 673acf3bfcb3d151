package dev.plinth.policies.security.network;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.CIS_AWS;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.ec2.NetworkAcl;
import com.pulumi.aws.ec2.NetworkAclRule;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;
import java.util.Optional;

/** A subnet is closed to administration from the internet even if a security group in it is open. */
final class NaclNoPublicAdminPorts implements ResourceRule {
    private static final RuleConfig<SgNoPublicAdminPorts.Ports> PORTS = SgNoPublicAdminPorts.PORTS;

    private static final ResourceTypes ACLS = ResourceTypes.of(NetworkAcl.class);
    private static final ObjectProperty<List<Properties>> INGRESS = ACLS.objects("ingress");
    private static final Property<String> INLINE_ACTION = INGRESS.fields().text("action");
    private static final RuleStyle INLINE = RuleStyle.ofAcl(INGRESS.fields());

    private static final ResourceTypes RULES = ResourceTypes.of(NetworkAclRule.class);
    private static final Property<String> ACTION = RULES.text("ruleAction");
    private static final Property<Boolean> OUTWARD = RULES.flag("egress");
    private static final RuleStyle STANDALONE = RuleStyle.ofAcl(RULES);

    @Override
    public RuleInfo info() {
        var types = ResourceTypes.of(NetworkAcl.class, NetworkAclRule.class);
        return RuleInfo.mandatory(
                        "nacl-no-public-admin-ports",
                        types,
                        "A network ACL keeps the internet away from ports of administration")
                .severity(Severity.MEDIUM)
                .controls(
                        AWS_FSBP.control("EC2.21"),
                        CIS_AWS.control("5.2"),
                        CHECKOV.control("CKV_AWS_229"),
                        CHECKOV.control("CKV_AWS_230"),
                        CHECKOV.control("CKV_AWS_231"),
                        CHECKOV.control("CKV_AWS_232"),
                        CHECKOV.control("CKV_AWS_352"),
                        TRIVY.control("AWS-0105"))
                .why("Then a single mistake in a security group is enough to open a machine to the internet.")
                .cure("allow the ports that are needed, from the addresses that need them")
                .config(PORTS);
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        List<Integer> ports = context.get(PORTS).ports();
        if (resource.is(ACLS)) {
            return resource.each(INGRESS, rule -> judge(INLINE, rule, INLINE_ACTION, ports));
        }
        return resource.get(OUTWARD).orElse(false)
                ? Judgement.notApplicable("is about what is let in")
                : judge(STANDALONE, resource.properties(), ACTION, ports);
    }

    private static Judgement judge(RuleStyle style, Properties rule, Property<String> action, List<Integer> ports) {
        if (!rule.get(action).orElse("").equalsIgnoreCase("allow")) {
            return Judgement.kept();
        }
        Optional<String> held = style.ports(rule).flatMap(range -> Wording.held(range, ports));
        return held.isPresent() && style.isForAnybody(rule)
                ? Judgement.violated("lets the internet in on " + held.get())
                : Judgement.kept();
    }
}
