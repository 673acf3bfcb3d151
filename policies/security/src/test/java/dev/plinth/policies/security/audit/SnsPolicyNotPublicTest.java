package dev.plinth.policies.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicPolicy;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class SnsPolicyNotPublicTest {
    private final PolicyTest rule = PolicyTest.of(new SnsPolicyNotPublic());

    @Test
    void acceptsAPolicyForAService() {
        assertThat(rule.violations(policy("""
                        {"Effect": "Allow", "Principal": {"Service": "cloudwatch.amazonaws.com"}, "Action": "sns:Publish",
                         "Resource": "*"}"""))).isEmpty();
    }

    @Test
    void acceptsEverybodyOfOneAccount() {
        assertThat(rule.violations(policy("""
                        {"Effect": "Allow", "Principal": "*", "Action": "sns:Publish", "Resource": "*",
                         "Condition": {"StringEquals": {"aws:SourceAccount": "123456789012"}}}"""))).isEmpty();
    }

    @Test
    void acceptsADenialForEverybody() {
        assertThat(rule.violations(policy("""
                        {"Effect": "Deny", "Principal": "*", "Action": "sns:Publish", "Resource": "*"}"""))).isEmpty();
    }

    @Test
    void rejectsAPolicyForEverybody() {
        assertThat(rule.violations(everybody(TestResource.of(TopicPolicy.class, "notices"))))
                .containsExactly("notices admits everybody by its policy");
    }

    @Test
    void rejectsATopicThatSaysItItself() {
        assertThat(rule.violations(everybody(TestResource.of(Topic.class, "notices"))))
                .hasSize(1);
    }

    @Test
    void waitsForAnUnknownPolicy() {
        assertThat(rule.undecided(TestResource.of(TopicPolicy.class, "notices").unknown("policy")))
                .containsExactly("notices: policy is not known before the deployment");
    }

    private static TestResource everybody(TestResource resource) {
        return resource.with("policy", """
                {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sns:*", "Resource": "*"}]}""");
    }

    private static TestResource policy(String statement) {
        return TestResource.of(TopicPolicy.class, "notices")
                .with("policy", "{\"Statement\": [%s]}".formatted(statement));
    }
}
