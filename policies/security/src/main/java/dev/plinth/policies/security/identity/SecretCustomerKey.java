package dev.plinth.policies.security.identity;

import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.secretsmanager.Secret;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A secret is encrypted with a key of one's own, whose policy says who reads it. */
final class SecretCustomerKey implements ResourceRule {
    private static final ResourceTypes SECRETS = ResourceTypes.of(Secret.class);
    private static final Property<String> KEY = SECRETS.text("kmsKeyId");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory("secret-customer-key", SECRETS, "A secret is encrypted with a key of one's own")
                .severity(Severity.LOW)
                .controls(CHECKOV.control("CKV_AWS_149"), TRIVY.control("AWS-0098"))
                .why("AWS's own key serves every secret of the account, and its policy cannot keep one of them apart.")
                .cure("set kmsKeyId to a key of the stack");
    }

    @Override
    public Judgement check(Resource secret, Context context) {
        return Judgement.violatedIf(!secret.has(KEY), "is encrypted with AWS's own key");
    }
}
