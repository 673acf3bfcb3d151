package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;

/** The CDN answers the bare domain with a page of its own, and tells browsers what they may do with each answer. */
final class CloudfrontRootAndHeaders implements ResourceRule {
    private static final Property<String> ROOT = Distributions.TYPES.text("defaultRootObject");
    private static final Property<String> USUAL_HEADERS =
            Distributions.USUAL.fields().text("responseHeadersPolicyId");
    private static final Property<String> HEADERS =
            Distributions.SPECIAL.fields().text("responseHeadersPolicyId");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory(
                        "cloudfront-root-and-headers",
                        Distributions.TYPES,
                        "A distribution has a root page and adds security headers")
                .controls(
                        AWS_FSBP.control("CloudFront.1"),
                        CHECKOV.control("CKV_AWS_305"),
                        CHECKOV.control("CKV2_AWS_32"))
                .why(
                        "Without a root page an origin may list its files; without the headers another site can frame a page"
                                + " or downgrade its connection.")
                .cure("set defaultRootObject, and responseHeadersPolicyId of each behaviour");
    }

    @Override
    public Judgement check(Resource distribution, Context context) {
        return Judgement.all(
                () -> Judgement.violatedIf(
                        !distribution.has(ROOT), "has no root page, as defaultRootObject is not set"),
                () -> Judgement.violatedIf(
                        !distribution
                                .get(Distributions.USUAL)
                                .map(usual -> usual.has(USUAL_HEADERS))
                                .orElse(true),
                        "adds no security headers in its default behaviour"),
                () -> distribution.each(
                        Distributions.SPECIAL,
                        behaviour -> Judgement.violatedIf(
                                !behaviour.has(HEADERS),
                                "adds no security headers for the paths " + Distributions.paths(behaviour))));
    }
}
