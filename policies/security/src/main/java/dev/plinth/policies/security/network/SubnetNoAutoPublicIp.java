package dev.plinth.policies.security.network;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.ec2.Subnet;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.Map;

/** A machine gets no address in the internet by merely being put into a subnet. */
final class SubnetNoAutoPublicIp implements RemediatingRule {
    record Tier(
            @Described("the tag by which a subnet says that it is meant to be public")
            String tag,

            @Described("what that tag says then") String value) {}

    private static final RuleConfig<Tier> PUBLIC_TIER = RuleConfig.of(new Tier("Tier", "public"));
    private static final ResourceTypes SUBNETS = ResourceTypes.of(Subnet.class);
    private static final Property<Boolean> ASSIGNED = SUBNETS.flag("mapPublicIpOnLaunch");
    private static final Property<Map<String, String>> TAGS = SUBNETS.textMap("tags");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "subnet-no-auto-public-ip",
                        SUBNETS,
                        "A subnet gives no public addresses to what is put into it")
                .severity(Severity.MEDIUM)
                .controls(AWS_FSBP.control("EC2.15"), CHECKOV.control("CKV_AWS_130"), TRIVY.control("AWS-0164"))
                .why("One wrong subnet id, and a machine that should be hidden can be reached from the internet.")
                .cure("set mapPublicIpOnLaunch to false, and give an address to those who need one")
                .config(PUBLIC_TIER);
    }

    @Override
    public Judgement check(Resource subnet, Context context) {
        if (!subnet.get(ASSIGNED).orElse(false)) {
            return Judgement.kept();
        }
        Tier tier = context.get(PUBLIC_TIER);
        return tier.value().equals(subnet.get(TAGS).orElse(Map.of()).get(tier.tag()))
                ? Judgement.notApplicable("leaves a subnet alone that is tagged as public")
                : Judgement.violated("gives a public address to every machine, as mapPublicIpOnLaunch is true");
    }

    @Override
    public Patch remedy(Resource subnet, Context context) {
        return check(subnet, context).violations().isEmpty() ? Patch.NONE : Patch.put(ASSIGNED, false);
    }
}
