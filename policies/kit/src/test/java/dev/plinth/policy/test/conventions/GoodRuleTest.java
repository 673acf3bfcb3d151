package dev.plinth.policy.test.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Instance;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class GoodRuleTest {
    @Test
    void findsNothing() {
        assertThat(PolicyTest.of(new GoodRule()).violations(TestResource.of(Instance.class, "db")))
                .isEmpty();
    }
}
