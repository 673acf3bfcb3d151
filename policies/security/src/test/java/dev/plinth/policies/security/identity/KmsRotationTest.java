package dev.plinth.policies.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class KmsRotationTest {
    private final PolicyTest rule = PolicyTest.of(new KmsRotation());

    @Test
    void acceptsARotatedKey() {
        assertThat(rule.violations(key(KeyArgs.builder().enableKeyRotation(true))))
                .isEmpty();
    }

    @Test
    void rejectsAKeyThatIsNotRotated() {
        assertThat(rule.violations(key(KeyArgs.builder()), key(KeyArgs.builder().enableKeyRotation(false))))
                .containsExactly("key is never rotated", "key is never rotated");
    }

    @Test
    void leavesAloneWhatKmsCannotRotate() {
        assertThat(rule.notApplicable(
                        key(KeyArgs.builder().customerMasterKeySpec("RSA_4096")),
                        key(KeyArgs.builder().customerMasterKeySpec("HMAC_256")),
                        key(KeyArgs.builder().customKeyStoreId("cks-1"))))
                .hasSize(3);
    }

    @Test
    void waitsForAnUnknownFlag() {
        assertThat(rule.undecided(key(KeyArgs.builder()).unknown("enableKeyRotation")))
                .hasSize(1);
    }

    @Test
    void turnsRotationOn() {
        TestResource remedied = rule.remedied(key(KeyArgs.builder()));
        TestResource signing = key(KeyArgs.builder().customerMasterKeySpec("RSA_4096"));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
        assertThat(rule.remedied(signing).resource()).isEqualTo(signing.resource());
    }

    private static TestResource key(KeyArgs.Builder args) {
        return TestResource.of(Key.class, "key", args.build());
    }
}
