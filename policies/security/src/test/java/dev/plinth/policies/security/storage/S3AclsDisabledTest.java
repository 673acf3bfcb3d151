package dev.plinth.policies.security.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.s3.BucketOwnershipControls;
import com.pulumi.aws.s3.BucketOwnershipControlsArgs;
import com.pulumi.aws.s3.inputs.BucketOwnershipControlsRuleArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class S3AclsDisabledTest {
    private final PolicyTest rule = PolicyTest.of(new S3AclsDisabled());

    @Test
    void acceptsABucketWithoutLists() {
        assertThat(rule.violations(owned("BucketOwnerEnforced"))).isEmpty();
    }

    @Test
    void rejectsABucketWhereListsCount() {
        assertThat(rule.violations(owned("BucketOwnerPreferred")))
                .containsExactly("controls lets access lists count, as objectOwnership is BucketOwnerPreferred");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(owned("ObjectWriter").unknown("rule")))
                .containsExactly("controls: rule is not known before the deployment");
    }

    @Test
    void turnsListsOff() {
        assertThat(rule.remedied(owned("ObjectWriter")).resource())
                .isEqualTo(owned("BucketOwnerEnforced").resource());
        assertThat(rule.remedied(owned("BucketOwnerEnforced")).resource())
                .isEqualTo(owned("BucketOwnerEnforced").resource());
    }

    private static TestResource owned(String ownership) {
        return TestResource.of(
                BucketOwnershipControls.class,
                "controls",
                BucketOwnershipControlsArgs.builder()
                        .bucket("data")
                        .rule(BucketOwnershipControlsRuleArgs.builder()
                                .objectOwnership(ownership)
                                .build())
                        .build());
    }
}
