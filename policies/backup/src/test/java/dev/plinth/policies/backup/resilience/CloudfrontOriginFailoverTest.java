package dev.plinth.policies.backup.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudfront.Distribution;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CloudfrontOriginFailoverTest {
    private final PolicyTest rule = PolicyTest.of(new CloudfrontOriginFailover());
    private final TestResource distribution = TestResource.of(Distribution.class, "cdn");

    @Test
    void acceptsAnOriginGroup() {
        assertThat(rule.violations(distribution.with("originGroups", List.of(Map.of("originId", "site")))))
                .isEmpty();
    }

    @Test
    void rejectsADistributionWithoutOne() {
        assertThat(rule.violations(distribution, distribution.with("originGroups", List.of())))
                .hasSize(2)
                .allMatch("cdn has no second origin to turn to in originGroups"::equals);
    }

    @Test
    void doesNotWaitForWhatIsInTheGroup() {
        assertThat(rule.violations(distribution.unknown("originGroups"))).isEmpty();
        assertThat(rule.undecided(distribution.unknown("originGroups"))).isEmpty();
    }
}
