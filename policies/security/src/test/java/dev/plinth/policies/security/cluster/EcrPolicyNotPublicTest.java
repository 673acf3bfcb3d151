package dev.plinth.policies.security.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ecr.RegistryPolicy;
import com.pulumi.aws.ecr.RepositoryPolicy;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class EcrPolicyNotPublicTest {
    private static final String ALLOW =
            "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":%s,\"Action\":\"ecr:*\"%s}}";

    private final PolicyTest rule = PolicyTest.of(new EcrPolicyNotPublic());

    @Test
    void rejectsEverybody() {
        assertThat(rule.violations(
                        policy(RepositoryPolicy.class, ALLOW.formatted("\"*\"", "")),
                        policy(RegistryPolicy.class, ALLOW.formatted("{\"AWS\":[\"*\"]}", ""))))
                .hasSize(2)
                .allMatch("p admits everybody, with no condition on who calls"::equals);
    }

    @Test
    void acceptsAnAccountAndAnOrganization() {
        assertThat(rule.violations(
                        policy(RepositoryPolicy.class, ALLOW.formatted("{\"AWS\":\"111122223333\"}", "")),
                        policy(
                                RepositoryPolicy.class,
                                ALLOW.formatted(
                                        "\"*\"",
                                        ",\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}}"))))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownPolicy() {
        assertThat(rule.undecided(TestResource.of(RepositoryPolicy.class, "p").unknown("policy")))
                .containsExactly("p: policy is not known before the deployment");
    }

    private static TestResource policy(Class<? extends com.pulumi.resources.Resource> sdkClass, String document) {
        return TestResource.of(sdkClass, "p").with("policy", document);
    }
}
