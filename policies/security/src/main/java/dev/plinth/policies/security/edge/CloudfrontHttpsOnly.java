package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.Optional;

/** The CDN answers nothing by HTTP. */
final class CloudfrontHttpsOnly implements RemediatingRule {
    private static final Property<String> USUAL_PROTOCOL =
            Distributions.USUAL.fields().text("viewerProtocolPolicy");
    private static final Property<String> PROTOCOL =
            Distributions.SPECIAL.fields().text("viewerProtocolPolicy");
    private static final String ANY = "allow-all";
    private static final String REDIRECT = "redirect-to-https";

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("cloudfront-https-only", Distributions.TYPES, "A distribution answers by HTTPS only")
                .severity(Severity.HIGH)
                .controls(AWS_FSBP.control("CloudFront.3"), CHECKOV.control("CKV_AWS_34"), TRIVY.control("AWS-0012"))
                .why("What is answered by HTTP, passwords and sessions among it, can be read and changed on the way.")
                .cure("set viewerProtocolPolicy of each behaviour to redirect-to-https or https-only");
    }

    @Override
    public Judgement check(Resource distribution, Context context) {
        return Judgement.all(
                () -> Judgement.violatedIf(
                        isOpen(distribution.get(Distributions.USUAL), USUAL_PROTOCOL),
                        "answers by HTTP in its default behaviour"),
                () -> distribution.each(
                        Distributions.SPECIAL,
                        behaviour -> Judgement.violatedIf(
                                isOpen(Optional.of(behaviour), PROTOCOL),
                                "answers by HTTP for the paths " + Distributions.paths(behaviour))));
    }

    @Override
    public Patch remedy(Resource distribution, Context context) {
        Patch usual = isOpen(distribution.get(Distributions.USUAL), USUAL_PROTOCOL)
                ? Patch.inside(Distributions.USUAL, Patch.put(USUAL_PROTOCOL, REDIRECT))
                : Patch.NONE;
        return usual.and(Patch.insideEach(
                distribution.properties(),
                Distributions.SPECIAL,
                behaviour -> isOpen(Optional.of(behaviour), PROTOCOL) ? Patch.put(PROTOCOL, REDIRECT) : Patch.NONE));
    }

    private static boolean isOpen(Optional<Properties> behaviour, Property<String> protocol) {
        return behaviour
                .flatMap(known -> known.get(protocol))
                .filter(ANY::equals)
                .isPresent();
    }
}
