package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import com.pulumi.core.Output;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RedisAuthTest {
    private final PolicyTest rule = PolicyTest.of(new RedisAuth());

    @Test
    void acceptsATokenOrUsers() {
        assertThat(rule.violations(
                        group(group().authToken(Output.ofSecret("a token"))), group(group().userGroupIds("app"))))
                .isEmpty();
    }

    @Test
    void acceptsWhatTheDeploymentWillTell() {
        TestResource group = group(group()).unknown("authToken");

        assertThat(rule.violations(group)).isEmpty();
        assertThat(rule.undecided(group)).isEmpty();
    }

    @Test
    void rejectsAGroupThatAsksNobody() {
        assertThat(rule.violations(group(group())))
                .containsExactly("cache lets everybody in, as neither authToken nor userGroupIds is set");
        assertThat(rule.violations(group(group().authToken("").userGroupIds(List.of()))))
                .hasSize(1);
    }

    private static ReplicationGroupArgs.Builder group() {
        return ReplicationGroupArgs.builder().description("Sessions");
    }

    private static TestResource group(ReplicationGroupArgs.Builder args) {
        return TestResource.of(ReplicationGroup.class, "cache", args.build());
    }
}
