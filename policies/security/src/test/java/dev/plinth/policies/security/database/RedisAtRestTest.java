package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RedisAtRestTest {
    private final PolicyTest rule = PolicyTest.of(new RedisAtRest());

    @Test
    void acceptsEncryptedData() {
        assertThat(rule.violations(group(group().atRestEncryptionEnabled(true))))
                .isEmpty();
    }

    @Test
    void rejectsUnencryptedDataSaidOrUnsaid() {
        assertThat(rule.violations(group(group().atRestEncryptionEnabled(false))))
                .containsExactly("cache stores its data unencrypted, as atRestEncryptionEnabled is not true");
        assertThat(rule.violations(group(group()), group(group().engine("redis"))))
                .hasSize(2);
    }

    @Test
    void knowsThatValkeyEncryptsByDefault() {
        assertThat(rule.violations(group(group().engine("valkey")))).isEmpty();
        assertThat(rule.violations(group(group().engine("valkey").atRestEncryptionEnabled(false))))
                .hasSize(1);
    }

    @Test
    void leavesAMemberToItsGlobalGroup() {
        assertThat(rule.notApplicable(group(group().globalReplicationGroupId("global"))))
                .containsExactly("leaves a member of a global group to that group");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(group(group()).unknown("atRestEncryptionEnabled")))
                .containsExactly("cache: atRestEncryptionEnabled is not known before the deployment");
    }

    private static ReplicationGroupArgs.Builder group() {
        return ReplicationGroupArgs.builder().description("Sessions");
    }

    private static TestResource group(ReplicationGroupArgs.Builder args) {
        return TestResource.of(ReplicationGroup.class, "cache", args.build());
    }
}
