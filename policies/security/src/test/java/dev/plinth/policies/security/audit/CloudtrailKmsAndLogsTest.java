package dev.plinth.policies.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudtrail.Trail;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class CloudtrailKmsAndLogsTest {
    private final PolicyTest rule = PolicyTest.of(new CloudtrailKmsAndLogs());
    private final TestResource bare = TestResource.of(Trail.class, "calls");
    private final TestResource trail = bare.with("kmsKeyId", "arn:aws:kms:eu-central-1:1:key/1")
            .with("cloudWatchLogsGroupArn", "arn:aws:logs:eu-central-1:1:log-group:calls:*");

    @Test
    void acceptsATrailWithAKeyAndALogGroup() {
        assertThat(rule.violations(trail)).isEmpty();
    }

    @Test
    void rejectsATrailWithoutAKey() {
        assertThat(rule.violations(trail.with("kmsKeyId", "")))
                .containsExactly("calls is not encrypted with an own key, as kmsKeyId is not set");
    }

    @Test
    void rejectsATrailWithoutALogGroup() {
        assertThat(rule.violations(trail.with("cloudWatchLogsGroupArn", "")))
                .containsExactly("calls is watched by no alarm, as cloudWatchLogsGroupArn is not set");
    }

    @Test
    void tellsBothAtOnce() {
        assertThat(rule.violations(bare)).hasSize(2);
    }

    @Test
    void doesNotWaitForWhichKeyAndWhichLogGroup() {
        var unknown = bare.unknown("kmsKeyId").unknown("cloudWatchLogsGroupArn");

        assertThat(rule.violations(unknown)).isEmpty();
        assertThat(rule.undecided(unknown)).isEmpty();
    }
}
