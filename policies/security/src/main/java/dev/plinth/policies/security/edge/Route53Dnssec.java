package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.route53.HostedZoneDnsSec;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;

/** The answers of a public zone are signed. */
final class Route53Dnssec implements StackRule {
    private static final ResourceTypes SIGNINGS = ResourceTypes.of(HostedZoneDnsSec.class);
    private static final Property<String> SIGNED = SIGNINGS.text("hostedZoneId");
    private static final Property<String> STATUS = SIGNINGS.text("signingStatus");

    @Override
    public RuleInfo info() {
        return RuleInfo.disabled("route53-dnssec", PublicZones.ZONES, "A public zone signs its answers")
                .severity(Severity.LOW)
                .controls(CHECKOV.control("CKV2_AWS_38"))
                .why(
                        "A forged answer leads users elsewhere. Off unless asked for: a mistake with the keys takes the domain"
                                + " away, and the parent domain has to take part.")
                .cure(
                        "add a KeySigningKey and a HostedZoneDnsSec for the zone, and its DS record to the parent domain");
    }

    @Override
    public Judgement check(Resource zone, Stack stack, Context context) {
        if (!PublicZones.include(zone)) {
            return PublicZones.privateZone();
        }
        boolean signed = stack.mayRefer(zone, SIGNED, PublicZones.ID).stream()
                .anyMatch(signing -> !signing.get(STATUS).orElse("SIGNING").equals("NOT_SIGNING"));
        return Judgement.violatedIf(!signed, "does not sign its answers");
    }
}
