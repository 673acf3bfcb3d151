package dev.plinth.policies.security.audit;

import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.sns.Topic;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** Messages that wait to be delivered are encrypted with a key whose use is on record. */
final class SnsTopicEncrypted implements ResourceRule {
    private static final ResourceTypes TOPICS = ResourceTypes.of(Topic.class);
    private static final Property<String> KEY = TOPICS.text("kmsMasterKeyId");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("sns-topic-encrypted", TOPICS, "A topic encrypts its messages with a KMS key")
                .severity(Severity.MEDIUM)
                // Security Hub's SNS.1 asks the same, but left the foundational standard in 2024.
                .controls(CHECKOV.control("CKV_AWS_26"))
                .why("Alarms tell what is broken and where; with a key, the account decides who may read them.")
                .cure("give a KMS key in kmsMasterKeyId that the publishing services may use");
    }

    @Override
    public Judgement check(Resource topic, Context context) {
        return Judgement.violatedIf(!topic.has(KEY), "has no key for its messages, as kmsMasterKeyId is not set");
    }
}
