package dev.plinth.policies.backup.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.backup.Vault;
import com.pulumi.aws.ecr.Repository;
import com.pulumi.aws.ecr.RepositoryArgs;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class NoForceDestroyTest {
    private final PolicyTest rule = PolicyTest.of(new NoForceDestroy());

    @Test
    void acceptsWhatHasToBeEmptyFirst() {
        assertThat(rule.violations(
                        bucket(false),
                        repository(false),
                        TestResource.of(Zone.class, "zone"),
                        vault().with("forceDestroy", false)))
                .isEmpty();
    }

    @Test
    void rejectsWhatIsDeletedWithItsContent() {
        assertThat(rule.violations(bucket(true)))
                .containsExactly("data is deleted with all that is in it, as forceDestroy is true");
        assertThat(rule.violations(vault().with("forceDestroy", true))).hasSize(1);
    }

    @Test
    void knowsHowARepositoryCallsIt() {
        assertThat(rule.violations(repository(true)))
                .containsExactly("images is deleted with all that is in it, as forceDelete is true");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(bucket(true).unknown("forceDestroy")))
                .containsExactly("data: forceDestroy is not known before the deployment");
    }

    @Test
    void asksForAnEmptyOne() {
        assertThat(rule.remedied(bucket(true)).resource())
                .isEqualTo(bucket(false).resource());
        assertThat(rule.remedied(repository(true)).resource())
                .isEqualTo(repository(false).resource());
        assertThat(rule.remedied(vault()).resource()).isEqualTo(vault().resource());
    }

    private static TestResource bucket(boolean forced) {
        return TestResource.of(
                BucketV2.class,
                "data",
                BucketV2Args.builder().forceDestroy(forced).build());
    }

    private static TestResource repository(boolean forced) {
        return TestResource.of(
                Repository.class,
                "images",
                RepositoryArgs.builder().forceDelete(forced).build());
    }

    private static TestResource vault() {
        return TestResource.of(Vault.class, "vault");
    }
}
