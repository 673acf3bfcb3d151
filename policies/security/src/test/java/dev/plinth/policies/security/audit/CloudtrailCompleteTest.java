package dev.plinth.policies.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudtrail.Trail;
import com.pulumi.aws.cloudtrail.TrailArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class CloudtrailCompleteTest {
    private final PolicyTest rule = PolicyTest.of(new CloudtrailComplete());

    @Test
    void acceptsATrailOfEverything() {
        assertThat(rule.violations(
                        trail(complete()),
                        trail(complete().includeGlobalServiceEvents(true).enableLogging(true))))
                .isEmpty();
    }

    @Test
    void rejectsATrailOfOneRegionWhichIsTheDefault() {
        assertThat(rule.violations(trail(complete().isMultiRegionTrail(false)), trail(bare())))
                .hasSize(2)
                .allMatch("calls misses the calls of other regions, as isMultiRegionTrail is not true"::equals);
    }

    @Test
    void rejectsATrailWithoutWhatBelongsToNoRegion() {
        assertThat(rule.violations(trail(complete().includeGlobalServiceEvents(false))))
                .containsExactly("calls misses the calls of IAM, as includeGlobalServiceEvents is false");
    }

    @Test
    void rejectsATrailThatIsOff() {
        assertThat(rule.violations(trail(complete().enableLogging(false))))
                .containsExactly("calls records nothing, as enableLogging is false");
    }

    @Test
    void findsWhatIsWrongBesideAnUnknownValue() {
        assertThat(rule.violations(trail(complete().enableLogging(false)).unknown("isMultiRegionTrail")))
                .hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(trail(complete()).unknown("isMultiRegionTrail")))
                .containsExactly("calls: isMultiRegionTrail is not known before the deployment");
    }

    @Test
    void putsATrailRight() {
        TestResource remedied =
                rule.remedied(trail(bare().includeGlobalServiceEvents(false).enableLogging(false)));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    private static TrailArgs.Builder complete() {
        return bare().isMultiRegionTrail(true);
    }

    private static TrailArgs.Builder bare() {
        return TrailArgs.builder().s3BucketName("calls");
    }

    private static TestResource trail(TrailArgs.Builder args) {
        return TestResource.of(Trail.class, "calls", args.build());
    }
}
