package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.route53.QueryLog;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;

/** A public zone writes down what it was asked. */
final class Route53QueryLog implements StackRule {
    private static final Property<String> LOGGED =
            ResourceTypes.of(QueryLog.class).text("zoneId");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("route53-query-log", PublicZones.ZONES, "A public zone logs its queries")
                .controls(AWS_FSBP.control("Route53.2"), CHECKOV.control("CKV2_AWS_39"))
                .why("Nobody sees who searches the domain for hosts, or that names are asked for which should be gone.")
                .cure("add a QueryLog with the id of the zone");
    }

    @Override
    public Judgement check(Resource zone, Stack stack, Context context) {
        if (!PublicZones.include(zone)) {
            return PublicZones.privateZone();
        }
        return Judgement.violatedIf(
                stack.mayRefer(zone, LOGGED, PublicZones.ID).isEmpty(), "does not log what it is asked");
    }
}
