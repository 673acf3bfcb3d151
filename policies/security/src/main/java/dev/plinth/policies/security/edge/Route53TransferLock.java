package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.route53domains.RegisteredDomain;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;

/** Nobody takes a domain to another registrar unasked. */
final class Route53TransferLock implements RemediatingRule {
    private static final ResourceTypes DOMAINS = ResourceTypes.of(RegisteredDomain.class);
    private static final Property<Boolean> LOCKED = DOMAINS.flag("transferLock");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("route53-transfer-lock", DOMAINS, "A domain is locked against transfer")
                .controls(CHECKOV.control("CKV_AWS_377"))
                .why("Whoever moves a domain away has all its names, and can get certificates for them.")
                .cure("leave transferLock true");
    }

    @Override
    public Judgement check(Resource domain, Context context) {
        return Judgement.violatedIf(!isLocked(domain), "can be taken to another registrar, as transferLock is false");
    }

    @Override
    public Patch remedy(Resource domain, Context context) {
        return isLocked(domain) ? Patch.NONE : Patch.put(LOCKED, true);
    }

    private static boolean isLocked(Resource domain) {
        return domain.get(LOCKED).orElse(true);
    }
}
