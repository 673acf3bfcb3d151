package dev.plinth.policies.security.network;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.ec2.LaunchTemplate;
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

/** A machine has no address in the internet, whatever its security groups say today. */
final class InstanceNoPublicIp implements ResourceRule {
    private static final ResourceTypes INSTANCES = ResourceTypes.of(Instance.class);
    private static final Property<Boolean> PUBLIC = INSTANCES.flag("associatePublicIpAddress");

    private static final ResourceTypes TEMPLATES = ResourceTypes.of(LaunchTemplate.class);
    private static final ObjectProperty<List<Properties>> INTERFACES = TEMPLATES.objects("networkInterfaces");
    private static final Property<Boolean> INTERFACE_PUBLIC =
            INTERFACES.fields().flag("associatePublicIpAddress");

    @Override
    public RuleInfo info() {
        var types = ResourceTypes.of(Instance.class, LaunchTemplate.class);
        return RuleInfo.mandatory("instance-no-public-ip", types, "A machine has no public address")
                .severity(Severity.HIGH)
                .controls(AWS_FSBP.control("EC2.9"), AWS_FSBP.control("EC2.25"), CHECKOV.control("CKV_AWS_88"))
                .why("What has a public address is scanned within minutes; only its security groups are in between.")
                .cure("set associatePublicIpAddress to false and let a load balancer or a NAT gateway stand before it");
    }

    @Override
    public Judgement check(Resource machine, Context context) {
        return machine.is(INSTANCES)
                ? judge(machine.properties(), PUBLIC)
                : machine.each(INTERFACES, each -> judge(each, INTERFACE_PUBLIC));
    }

    private static Judgement judge(Properties properties, Property<Boolean> assigned) {
        return Judgement.violatedIf(
                properties.get(assigned).orElse(false), "gets a public address, as associatePublicIpAddress is true");
    }
}
