package dev.plinth.policies.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.guardduty.Detector;
import com.pulumi.aws.guardduty.PublishingDestination;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class GuarddutyEnabledTest {
    private final PolicyTest rule = PolicyTest.of(new GuarddutyEnabled());
    private final TestResource detector = TestResource.of(Detector.class, "threats");
    private final TestResource events = TestResource.of(EventRule.class, "findings")
            .with("eventPattern", "{\"source\": [\"aws.health\", \"aws.guardduty\"]}");

    @Test
    void acceptsADetectorWhoseFindingsAreEvents() {
        assertThat(rule.violations(detector.with("enable", true), events)).isEmpty();
        assertThat(rule.violations(detector, events)).isEmpty();
    }

    @Test
    void acceptsADetectorWhoseFindingsArePublished() {
        assertThat(rule.violations(detector, TestResource.of(PublishingDestination.class, "findings")))
                .isEmpty();
    }

    @Test
    void rejectsADetectorThatIsOff() {
        assertThat(rule.violations(detector.with("enable", false), events))
                .containsExactly("threats looks for nothing, as enable is false");
    }

    @Test
    void rejectsADetectorThatNobodyListensTo() {
        assertThat(rule.violations(detector)).containsExactly("threats tells nobody what it finds");
        assertThat(rule.violations(detector, events.with("eventPattern", "{\"source\": [\"aws.backup\"]}")))
                .containsExactly("threats tells nobody what it finds");
    }

    @Test
    void givesAnUnknownPatternTheBenefitOfTheDoubt() {
        assertThat(rule.violations(detector, events.unknown("eventPattern"))).isEmpty();
    }

    @Test
    void waitsForWhetherItIsOn() {
        assertThat(rule.undecided(detector.unknown("enable"), events))
                .containsExactly("threats: enable is not known before the deployment");
    }
}
