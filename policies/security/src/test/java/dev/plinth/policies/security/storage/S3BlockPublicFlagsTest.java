package dev.plinth.policies.security.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.s3.AccountPublicAccessBlock;
import com.pulumi.aws.s3.AccountPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class S3BlockPublicFlagsTest {
    private final PolicyTest rule = PolicyTest.of(new S3BlockPublicFlags());

    @Test
    void acceptsAClosedBucketAndAccount() {
        assertThat(rule.violations(closed(), closedAccount())).isEmpty();
    }

    @Test
    void rejectsAFlagThatIsOff() {
        assertThat(rule.violations(closed().with("ignorePublicAcls", false)))
                .containsExactly("block leaves a way to the public open: ignorePublicAcls not true");
        assertThat(rule.violations(closedAccount().with("blockPublicPolicy", false)))
                .hasSize(1);
    }

    @Test
    void tellsOfAllFlagsAtOnce() {
        var open = TestResource.of(
                BucketPublicAccessBlock.class,
                "block",
                BucketPublicAccessBlockArgs.builder().bucket("data").build());

        assertThat(rule.violations(open))
                .containsExactly("block leaves a way to the public open: blockPublicAcls, blockPublicPolicy,"
                        + " ignorePublicAcls, restrictPublicBuckets not true");
    }

    @Test
    void tellsWhatItKnowsWhileAFlagIsUnknown() {
        TestResource open = closed().with("ignorePublicAcls", false).unknown("blockPublicAcls");

        assertThat(rule.violations(open))
                .containsExactly("block leaves a way to the public open: ignorePublicAcls not true");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(closed().unknown("blockPublicAcls")))
                .containsExactly("block: blockPublicAcls is not known before the deployment");
    }

    @Test
    void closesEveryWay() {
        var open = TestResource.of(
                BucketPublicAccessBlock.class,
                "block",
                BucketPublicAccessBlockArgs.builder()
                        .bucket("data")
                        .blockPublicAcls(false)
                        .build());

        assertThat(rule.remedied(open).resource()).isEqualTo(closed().resource());
        assertThat(rule.remedied(closed()).resource()).isEqualTo(closed().resource());
    }

    private static TestResource closed() {
        return TestResource.of(
                BucketPublicAccessBlock.class,
                "block",
                BucketPublicAccessBlockArgs.builder()
                        .bucket("data")
                        .blockPublicAcls(true)
                        .blockPublicPolicy(true)
                        .ignorePublicAcls(true)
                        .restrictPublicBuckets(true)
                        .build());
    }

    private static TestResource closedAccount() {
        return TestResource.of(
                AccountPublicAccessBlock.class,
                "account",
                AccountPublicAccessBlockArgs.builder()
                        .blockPublicAcls(true)
                        .blockPublicPolicy(true)
                        .ignorePublicAcls(true)
                        .restrictPublicBuckets(true)
                        .build());
    }
}
