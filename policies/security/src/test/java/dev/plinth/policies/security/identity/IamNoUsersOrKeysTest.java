package dev.plinth.policies.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.iam.AccessKey;
import com.pulumi.aws.iam.User;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IamNoUsersOrKeysTest {
    private final PolicyTest rule = PolicyTest.of(new IamNoUsersOrKeys());
    private final TestResource user = TestResource.of(User.class, "robot").unknown("name");
    private final TestResource key =
            TestResource.of(AccessKey.class, "robot-key").unknown("user");

    @Test
    void rejectsUsersAndTheirKeys() {
        assertThat(rule.violations(user, key))
                .containsExactly("robot is a user of IAM", "robot-key is an access key that lasts");
    }

    @Test
    void acceptsThoseThatAreNamed() {
        assertThat(rule.configured("allowed", List.of("robot")).violations(user, key))
                .containsExactly("robot-key is an access key that lasts");
    }
}
