package dev.plinth.policies.security.audit;

import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.cloudwatch.LogGroup;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** Logs are encrypted with a key whose use the account itself decides on. */
final class LogGroupKey implements ResourceRule {
    private static final ResourceTypes GROUPS = ResourceTypes.of(LogGroup.class);
    private static final Property<String> KEY = GROUPS.text("kmsKeyId");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory("log-group-key", GROUPS, "Logs are encrypted with an own key")
                .severity(Severity.LOW)
                .controls(CHECKOV.control("CKV_AWS_158"))
                .why("With AWS's key, whoever may read the log group reads the logs; an own key can say no, and records"
                        + " each use.")
                .cure("give a KMS key in kmsKeyId");
    }

    @Override
    public Judgement check(Resource group, Context context) {
        return Judgement.violatedIf(!group.has(KEY), "is encrypted with AWS's key, as kmsKeyId is not set");
    }
}
