package dev.plinth.policies.backup.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketReplicationConfig;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class S3ReplicationForTierTest {
    private final PolicyTest rule = PolicyTest.of(new S3ReplicationForTier());
    private final TestResource critical = bucket("critical");

    @Test
    void acceptsACopy() {
        assertThat(rule.violations(critical, replication("Enabled"))).isEmpty();
    }

    @Test
    void rejectsABucketWithoutOne() {
        assertThat(rule.violations(critical)).containsExactly("data has no copy in another place");
        assertThat(rule.violations(critical, replication("Disabled"))).hasSize(1);
    }

    @Test
    void readsTheReplicationInsideABucket() {
        assertThat(rule.violations(whole("Enabled"))).isEmpty();
        assertThat(rule.violations(whole("Disabled"))).hasSize(1);
    }

    @Test
    void leavesBucketsAloneWhoseTagDoesNotAskForIt() {
        assertThat(rule.notApplicable(bucket("usual"))).containsExactly("is about buckets whose tag asks for it");
        assertThat(rule.notApplicable(TestResource.of(BucketV2.class, "data"))).hasSize(1);
    }

    @Test
    void takesTheTagThatIsConfigured() {
        PolicyTest configured = rule.configured("tag", "Class").configured("values", List.of("gold"));

        assertThat(configured.violations(critical)).isEmpty();
        assertThat(configured.violations(critical.with("tags", Map.of("Class", "gold"))))
                .hasSize(1);
    }

    @Test
    void takesAReplicationOfNobodyKnowsWhatForThatOfTheBucket() {
        assertThat(rule.violations(critical, replication("Enabled").unknown("bucket")))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(critical.unknown("tags")))
                .containsExactly("data: tags is not known before the deployment");
    }

    private static TestResource bucket(String tier) {
        return TestResource.of(
                BucketV2.class,
                "data",
                BucketV2Args.builder()
                        .bucket("plinth-data")
                        .tags(Map.of("Tier", tier))
                        .build());
    }

    private static TestResource whole(String status) {
        return TestResource.of(Bucket.class, "data")
                .with("tags", Map.of("Tier", "critical"))
                .with("replicationConfiguration", Map.of("rules", List.of(Map.of("status", status))));
    }

    private static TestResource replication(String status) {
        return TestResource.of(BucketReplicationConfig.class, "replication")
                .with("bucket", "plinth-data")
                .with("rules", List.of(Map.of("status", status)));
    }
}
