package dev.plinth.policies.security.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ecr.LifecyclePolicy;
import com.pulumi.aws.ecr.Repository;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class EcrLifecycleTest {
    private final PolicyTest rule = PolicyTest.of(new EcrLifecycle());
    private final TestResource repository =
            TestResource.of(Repository.class, "api").with("name", "api");
    private final TestResource policy = TestResource.of(LifecyclePolicy.class, "p");

    @Test
    void acceptsARepositoryWithALifecycle() {
        assertThat(rule.violations(repository, policy.with("repository", "api")))
                .isEmpty();
    }

    @Test
    void rejectsOneWithout() {
        assertThat(rule.violations(repository)).containsExactly("api keeps every image forever");
        assertThat(rule.violations(repository, policy.with("repository", "other")))
                .hasSize(1);
    }

    @Test
    void takesTheLifecycleOfAnUnknownRepositoryForThisOnes() {
        assertThat(rule.violations(repository, policy.unknown("repository"))).isEmpty();
        assertThat(rule.undecided(repository, policy.unknown("repository"))).isEmpty();
    }
}
