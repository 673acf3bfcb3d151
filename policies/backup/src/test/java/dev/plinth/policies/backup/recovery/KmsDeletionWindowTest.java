package dev.plinth.policies.backup.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.aws.kms.ReplicaKey;
import com.pulumi.aws.kms.ReplicaKeyArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class KmsDeletionWindowTest {
    private final PolicyTest rule = PolicyTest.of(new KmsDeletionWindow());

    @Test
    void acceptsAMonthSaidOrUnsaid() {
        assertThat(rule.violations(key(KeyArgs.builder().deletionWindowInDays(30)), key(KeyArgs.builder())))
                .isEmpty();
    }

    @Test
    void rejectsADayLess() {
        assertThat(rule.violations(key(KeyArgs.builder().deletionWindowInDays(29))))
                .containsExactly("key is gone 29 days after its deletion, needs 30");
    }

    @Test
    void rejectsAReplicaToo() {
        var args = ReplicaKeyArgs.builder().primaryKeyArn("arn:aws:kms:eu-central-1:111122223333:key/mrk-1");

        assertThat(rule.violations(TestResource.of(
                        ReplicaKey.class, "copy", args.deletionWindowInDays(7).build())))
                .containsExactly("copy is gone 7 days after its deletion, needs 30");
    }

    @Test
    void asksForAsManyDaysAsConfigured() {
        assertThat(rule.configured("daysMin", 14)
                        .violations(key(KeyArgs.builder().deletionWindowInDays(14))))
                .isEmpty();
    }

    @Test
    void putsTheWindowRight() {
        TestResource remedied = rule.remedied(key(KeyArgs.builder().deletionWindowInDays(7)));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(key(KeyArgs.builder()).unknown("deletionWindowInDays")))
                .containsExactly("key: deletionWindowInDays is not known before the deployment");
    }

    private static TestResource key(KeyArgs.Builder args) {
        return TestResource.of(Key.class, "key", args.build());
    }
}
