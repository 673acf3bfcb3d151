package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.wafv2.WebAcl;
import com.pulumi.aws.wafv2.WebAclLoggingConfiguration;
import com.pulumi.aws.wafv2.WebAclLoggingConfigurationArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class WafLoggingTest {
    private final PolicyTest rule = PolicyTest.of(new WafLogging());
    private final TestResource acl = TestResource.of(WebAcl.class, "acl").with("arn", "arn:acl");

    @Test
    void acceptsALog() {
        assertThat(rule.violations(acl, log("arn:acl"))).isEmpty();
        assertThat(rule.violations(acl, log("").from("resourceArn", acl))).isEmpty();
    }

    @Test
    void rejectsAnAclWithoutOne() {
        assertThat(rule.violations(acl)).containsExactly("acl writes no log of what it stops");
        assertThat(rule.violations(acl, log("arn:other"))).hasSize(1);
    }

    @Test
    void takesALogOfNobodyKnowsWhatForThatOfTheAcl() {
        TestResource fresh = acl.unknown("arn");

        assertThat(rule.violations(fresh, log("").unknown("resourceArn"))).isEmpty();
        assertThat(rule.undecided(fresh, log("").unknown("resourceArn"))).isEmpty();
    }

    private static TestResource log(String aclArn) {
        return TestResource.of(
                WebAclLoggingConfiguration.class,
                "log",
                WebAclLoggingConfigurationArgs.builder()
                        .resourceArn(aclArn)
                        .logDestinationConfigs("arn:group")
                        .build());
    }
}
