package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudfront.Distribution;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CloudfrontRootAndHeadersTest {
    private final PolicyTest rule = PolicyTest.of(new CloudfrontRootAndHeaders());
    private final TestResource cdn = TestResource.of(Distribution.class, "cdn")
            .with("defaultRootObject", "index.html")
            .with("defaultCacheBehavior", Map.of("responseHeadersPolicyId", "headers"));

    @Test
    void acceptsARootPageAndHeaders() {
        assertThat(rule.violations(cdn.with("orderedCacheBehaviors", List.of(api("headers")))))
                .isEmpty();
    }

    @Test
    void rejectsADistributionWithoutARootPage() {
        assertThat(rule.violations(cdn.with("defaultRootObject", "")))
                .containsExactly("cdn has no root page, as defaultRootObject is not set");
    }

    @Test
    void rejectsABehaviourWithoutHeaders() {
        assertThat(rule.violations(cdn.with("defaultCacheBehavior", Map.of("targetOriginId", "site"))))
                .containsExactly("cdn adds no security headers in its default behaviour");
        assertThat(rule.violations(cdn.with("orderedCacheBehaviors", List.of(api("")))))
                .containsExactly("cdn adds no security headers for the paths /api/*");
    }

    @Test
    void takesHeadersThatAreNotKnownYetForHeaders() {
        var behaviour = Map.of("responseHeadersPolicyId", new Value.Unknown());

        assertThat(rule.undecided(cdn.with("defaultCacheBehavior", behaviour))).isEmpty();
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(cdn.unknown("orderedCacheBehaviors")))
                .containsExactly("cdn: orderedCacheBehaviors is not known before the deployment");
    }

    private static Map<String, Object> api(String headers) {
        return Map.of("pathPattern", "/api/*", "responseHeadersPolicyId", headers);
    }
}
