package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudfront.Distribution;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class CloudfrontWafTest {
    private final PolicyTest rule = PolicyTest.of(new CloudfrontWaf());
    private final TestResource cdn = TestResource.of(Distribution.class, "cdn");

    @Test
    void acceptsAWebAclEvenBeforeItIsThere() {
        assertThat(rule.violations(cdn.with("webAclId", "arn:acl"))).isEmpty();
        assertThat(rule.violations(cdn.unknown("webAclId"))).isEmpty();
        assertThat(rule.undecided(cdn.unknown("webAclId"))).isEmpty();
    }

    @Test
    void rejectsADistributionWithoutOne() {
        assertThat(rule.violations(cdn)).containsExactly("cdn faces the internet without a web ACL");
        assertThat(rule.violations(cdn.with("webAclId", ""))).hasSize(1);
    }
}
