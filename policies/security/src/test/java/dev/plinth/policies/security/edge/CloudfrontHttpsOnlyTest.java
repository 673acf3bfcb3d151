package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudfront.Distribution;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CloudfrontHttpsOnlyTest {
    private final PolicyTest rule = PolicyTest.of(new CloudfrontHttpsOnly());

    @Test
    void acceptsHttpsAndTheWayToIt() {
        assertThat(rule.violations(cdn("redirect-to-https", "https-only"))).isEmpty();
    }

    @Test
    void rejectsAnAnswerByHttp() {
        assertThat(rule.violations(cdn("allow-all", "https-only")))
                .containsExactly("cdn answers by HTTP in its default behaviour");
        assertThat(rule.violations(cdn("https-only", "allow-all")))
                .containsExactly("cdn answers by HTTP for the paths /api/*");
    }

    @Test
    void tellsWhatItKnowsWhileSomethingElseIsUnknown() {
        assertThat(rule.violations(cdn("https-only", "allow-all").unknown("defaultCacheBehavior")))
                .hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(cdn("https-only", "https-only").unknown("orderedCacheBehaviors")))
                .containsExactly("cdn: orderedCacheBehaviors is not known before the deployment");
    }

    @Test
    void sendsEverybodyToHttps() {
        TestResource remedied = rule.remedied(cdn("allow-all", "allow-all"));

        assertThat(remedied.resource())
                .isEqualTo(cdn("redirect-to-https", "redirect-to-https").resource());
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    private static TestResource cdn(String usual, String api) {
        return TestResource.of(Distribution.class, "cdn")
                .with("defaultCacheBehavior", Map.of("targetOriginId", "site", "viewerProtocolPolicy", usual))
                .with(
                        "orderedCacheBehaviors",
                        List.of(Map.of("pathPattern", "/api/*", "targetOriginId", "api", "viewerProtocolPolicy", api)));
    }
}
