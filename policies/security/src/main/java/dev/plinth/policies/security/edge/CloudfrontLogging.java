package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.cloudwatch.LogDeliverySource;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;

/** The CDN writes down who asked for what, in the old way or by a log delivery. */
final class CloudfrontLogging implements StackRule {
    private static final Property<String> ARN = Distributions.TYPES.text("arn");
    private static final ObjectProperty<Properties> OLD_WAY = Distributions.TYPES.object("loggingConfig");
    private static final Property<String> DELIVERED =
            ResourceTypes.of(LogDeliverySource.class).text("resourceArn");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("cloudfront-logging", Distributions.TYPES, "A distribution writes an access log")
                .controls(AWS_FSBP.control("CloudFront.5"), CHECKOV.control("CKV_AWS_86"), TRIVY.control("AWS-0010"))
                .why("After an attack or an outage nobody can tell which requests came, from where, and what they got.")
                .cure("add a LogDeliverySource with the ARN of the distribution and a LogDelivery for it, or set"
                        + " loggingConfig");
    }

    @Override
    public Judgement check(Resource distribution, Stack stack, Context context) {
        boolean logged = distribution.has(OLD_WAY)
                || !stack.mayRefer(distribution, DELIVERED, ARN).isEmpty();
        return Judgement.violatedIf(!logged, "writes no access log");
    }
}
