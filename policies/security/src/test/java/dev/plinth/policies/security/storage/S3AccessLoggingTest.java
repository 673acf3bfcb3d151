package dev.plinth.policies.security.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudtrail.Trail;
import com.pulumi.aws.cloudtrail.TrailArgs;
import com.pulumi.aws.cloudtrail.inputs.TrailAdvancedEventSelectorArgs;
import com.pulumi.aws.cloudtrail.inputs.TrailAdvancedEventSelectorFieldSelectorArgs;
import com.pulumi.aws.cloudtrail.inputs.TrailEventSelectorArgs;
import com.pulumi.aws.cloudtrail.inputs.TrailEventSelectorDataResourceArgs;
import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketLoggingV2;
import com.pulumi.aws.s3.BucketLoggingV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class S3AccessLoggingTest {
    private static final String UNLOGGED = "data is used without a log of it";

    private final PolicyTest rule = PolicyTest.of(new S3AccessLogging());
    private final TestResource bucket = bucket("data");

    @Test
    void acceptsALogBesideOrInsideTheBucket() {
        assertThat(rule.violations(bucket, log("data", "logs"))).isEmpty();
        assertThat(rule.violations(TestResource.of(Bucket.class, "data")
                        .with("loggings", List.of(Map.of("targetBucket", "logs")))))
                .isEmpty();
    }

    @Test
    void rejectsABucketWithoutALog() {
        assertThat(rule.violations(bucket)).containsExactly(UNLOGGED);
        assertThat(rule.violations(bucket, log("another", "logs"))).containsExactly(UNLOGGED);
    }

    @Test
    void acceptsATrailThatTellsOfObjects() {
        var data = TrailEventSelectorArgs.builder()
                .dataResources(TrailEventSelectorDataResourceArgs.builder()
                        .type("AWS::S3::Object")
                        .values("arn:aws:s3")
                        .build())
                .build();
        var advanced = TrailAdvancedEventSelectorArgs.builder()
                .fieldSelectors(field("eventCategory", "Data"), field("resources.type", "AWS::S3::Object"))
                .build();

        assertThat(rule.violations(bucket, trail(TrailArgs.builder().eventSelectors(data))))
                .isEmpty();
        assertThat(rule.violations(bucket, trail(TrailArgs.builder().advancedEventSelectors(advanced))))
                .isEmpty();
    }

    @Test
    void rejectsATrailThatTellsOfOtherCallsOnly() {
        var management = TrailAdvancedEventSelectorArgs.builder()
                .fieldSelectors(field("eventCategory", "Management"))
                .build();

        assertThat(rule.violations(bucket, trail(TrailArgs.builder()))).containsExactly(UNLOGGED);
        assertThat(rule.violations(bucket, trail(TrailArgs.builder().advancedEventSelectors(management))))
                .containsExactly(UNLOGGED);
    }

    @Test
    void leavesABucketAloneThatLogsGoTo() {
        assertThat(rule.violations(bucket, bucket("logs"), log("data", "logs"))).isEmpty();
        assertThat(rule.violations(
                        bucket("logs"),
                        TestResource.of(Bucket.class, "data")
                                .with("loggings", List.of(Map.of("targetBucket", "logs")))))
                .isEmpty();
    }

    @Test
    void doesNotWaitForTheOutputsOfANewBucket() {
        assertThat(rule.violations(bucket.unknown("loggings"))).containsExactly(UNLOGGED);
        assertThat(rule.violations(bucket.unknown("loggings"), log("data", "logs")))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(bucket, trail(TrailArgs.builder()).unknown("advancedEventSelectors")))
                .containsExactly("data: advancedEventSelectors is not known before the deployment");
    }

    @Test
    void isOffUnlessAskedFor() {
        assertThat(new S3AccessLogging().info().level()).isEqualTo(EnforcementLevel.DISABLED);
    }

    private static TestResource bucket(String name) {
        return TestResource.of(
                BucketV2.class, name, BucketV2Args.builder().bucket(name).build());
    }

    private static TestResource log(String bucket, String target) {
        return TestResource.of(
                BucketLoggingV2.class,
                "log",
                BucketLoggingV2Args.builder()
                        .bucket(bucket)
                        .targetBucket(target)
                        .targetPrefix("")
                        .build());
    }

    private static TestResource trail(TrailArgs.Builder args) {
        return TestResource.of(Trail.class, "trail", args.s3BucketName("audit").build());
    }

    private static TrailAdvancedEventSelectorFieldSelectorArgs field(String name, String value) {
        return TrailAdvancedEventSelectorFieldSelectorArgs.builder()
                .field(name)
                .equals_(value)
                .build();
    }
}
