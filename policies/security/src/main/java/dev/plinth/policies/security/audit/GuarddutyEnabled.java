package dev.plinth.policies.security.audit;

import static dev.plinth.policy.Framework.AWS_FSBP;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.guardduty.Detector;
import com.pulumi.aws.guardduty.PublishingDestination;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import java.util.stream.StreamSupport;

/** GuardDuty looks for attacks, and what it finds goes to somebody. */
final class GuarddutyEnabled implements StackRule {
    private static final ResourceTypes DETECTORS = ResourceTypes.of(Detector.class);
    private static final Property<Boolean> ENABLED = DETECTORS.flag("enable");
    private static final ResourceTypes DESTINATIONS = ResourceTypes.of(PublishingDestination.class);
    private static final ResourceTypes EVENTS = ResourceTypes.of(EventRule.class);
    private static final Property<JsonNode> PATTERN = EVENTS.json("eventPattern");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("guardduty-enabled", DETECTORS, "GuardDuty is on and tells what it finds")
                .severity(Severity.HIGH)
                .controls(AWS_FSBP.control("GuardDuty.1"))
                .why("An attack is seen in the account's own records, or not at all; a finding that nobody reads is the"
                        + " same as none.")
                .cure(
                        "set enable to true, and add an EventRule for events of aws.guardduty or a PublishingDestination");
    }

    @Override
    public Judgement check(Resource detector, Stack stack, Context context) {
        if (!detector.get(ENABLED).orElse(true)) {
            return Judgement.violated("looks for nothing, as enable is false");
        }
        boolean told = !stack.all(DESTINATIONS).isEmpty()
                || stack.all(EVENTS).stream().anyMatch(GuarddutyEnabled::hearsOfFindings);
        return Judgement.violatedIf(!told, "tells nobody what it finds");
    }

    private static boolean hearsOfFindings(Resource rule) {
        // A pattern that is made of what is not known yet may well be the one.
        return rule.isUnknown(PATTERN)
                || rule.get(PATTERN)
                        .map(pattern -> pattern.path("source"))
                        .filter(sources -> StreamSupport.stream(sources.spliterator(), false)
                                .anyMatch(source -> source.asText().equals("aws.guardduty")))
                        .isPresent();
    }
}
