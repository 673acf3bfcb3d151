package dev.plinth.policies.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.sns.Topic;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class SnsTopicEncryptedTest {
    private final PolicyTest rule = PolicyTest.of(new SnsTopicEncrypted());
    private final TestResource topic = TestResource.of(Topic.class, "notices");

    @Test
    void acceptsATopicWithAKey() {
        assertThat(rule.violations(topic.with("kmsMasterKeyId", "alias/notices")))
                .isEmpty();
    }

    @Test
    void rejectsATopicWithoutOne() {
        assertThat(rule.violations(topic))
                .containsExactly("notices has no key for its messages, as kmsMasterKeyId is not set");
    }

    @Test
    void doesNotWaitForWhichKey() {
        assertThat(rule.violations(topic.unknown("kmsMasterKeyId"))).isEmpty();
        assertThat(rule.undecided(topic.unknown("kmsMasterKeyId"))).isEmpty();
    }
}
