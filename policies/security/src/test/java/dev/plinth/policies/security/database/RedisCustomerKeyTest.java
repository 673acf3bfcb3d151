package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RedisCustomerKeyTest {
    private final PolicyTest rule = PolicyTest.of(new RedisCustomerKey());

    @Test
    void acceptsAKeyOfTheAccount() {
        assertThat(rule.violations(group(encrypted().kmsKeyId("arn:aws:kms:eu-central-1:111111111111:key/1"))))
                .isEmpty();
    }

    @Test
    void acceptsAKeyThatIsNotMadeYet() {
        TestResource group = group(encrypted()).unknown("kmsKeyId");

        assertThat(rule.violations(group)).isEmpty();
        assertThat(rule.undecided(group)).isEmpty();
    }

    @Test
    void rejectsTheKeyThatAwsTakes() {
        assertThat(rule.violations(group(encrypted())))
                .containsExactly("cache is encrypted with a key of AWS's, as kmsKeyId is not set");
    }

    @Test
    void leavesAGroupThatIsNotEncryptedToItsOwnRule() {
        assertThat(rule.notApplicable(group(encrypted().atRestEncryptionEnabled(false))))
                .containsExactly("leaves a group that is not encrypted to redis-at-rest");
    }

    private static ReplicationGroupArgs.Builder encrypted() {
        return ReplicationGroupArgs.builder().description("Sessions").atRestEncryptionEnabled(true);
    }

    private static TestResource group(ReplicationGroupArgs.Builder args) {
        return TestResource.of(ReplicationGroup.class, "cache", args.build());
    }
}
