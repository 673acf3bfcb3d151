package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import java.util.regex.Pattern;

/** A bucket behind the CDN can tell the CDN from everybody else, and so be closed to them. */
final class CloudfrontS3OriginOac implements ResourceRule {
    private static final Pattern BUCKET = Pattern.compile(".+\\.s3[.-]([a-z0-9-]+\\.)*amazonaws\\.com(\\.cn)?");

    private static final Property<String> HOST = Distributions.ORIGINS.fields().text("domainName");
    private static final Property<String> SIGNED =
            Distributions.ORIGINS.fields().text("originAccessControlId");
    private static final ObjectProperty<Properties> OLD_CONFIG =
            Distributions.ORIGINS.fields().object("s3OriginConfig");
    private static final ObjectProperty<Properties> VPC_CONFIG =
            Distributions.ORIGINS.fields().object("vpcOriginConfig");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "cloudfront-s3-origin-oac",
                        Distributions.TYPES,
                        "A distribution signs its requests for buckets")
                .controls(AWS_FSBP.control("CloudFront.13"), CHECKOV.control("CKV2_AWS_46"))
                .why("A bucket that gives files to unsigned requests gives them to everybody, past the firewall and the"
                        + " logs of the CDN.")
                .cure("set originAccessControlId of each origin that is a bucket");
    }

    @Override
    public Judgement check(Resource distribution, Context context) {
        return distribution.each(Distributions.ORIGINS, CloudfrontS3OriginOac::check);
    }

    private static Judgement check(Properties origin) {
        // The first three are known before the host name is.
        boolean safe = origin.has(SIGNED) || origin.has(VPC_CONFIG) || origin.has(Distributions.CUSTOM_ORIGIN);
        boolean unsigned =
                !safe && (origin.has(OLD_CONFIG) || isBucket(origin.get(HOST).orElse("")));
        return Judgement.violatedIf(
                unsigned, "asks the bucket of its origin %s unsigned".formatted(Distributions.originName(origin)));
    }

    private static boolean isBucket(String host) {
        return BUCKET.matcher(host).matches();
    }
}
