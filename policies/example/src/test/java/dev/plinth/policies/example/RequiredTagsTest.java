package dev.plinth.policies.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.s3.BucketV2;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RequiredTagsTest {
    private final PolicyTest rule = PolicyTest.of(new RequiredTags());
    private final TestResource bucket = TestResource.of(BucketV2.class, "logs");

    @Test
    void acceptsAnOwner() {
        assertThat(rule.violations(bucket.with("tags", Map.of("Owner", "ann")))).isEmpty();
    }

    @Test
    void rejectsNoTags() {
        assertThat(rule.violations(bucket)).containsExactly("logs has no tag Owner");
    }

    @Test
    void asksForTheTagsThatTheUserWants() {
        PolicyTest strict = rule.configured("names", List.of("Owner", "CostCentre"));

        assertThat(strict.violations(bucket.with("tags", Map.of("Owner", "ann"))))
                .containsExactly("logs has no tag CostCentre");
    }

    @Test
    void waitsForTagsThatAreNotKnown() {
        assertThat(rule.undecided(bucket.unknown("tags"))).hasSize(1);
    }
}
