package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class AcmNoWildcardTest {
    private final PolicyTest rule = PolicyTest.of(new AcmNoWildcard());

    @Test
    void acceptsNamedHosts() {
        assertThat(rule.violations(certificate("example.com", "www.example.com")))
                .isEmpty();
    }

    @Test
    void rejectsAWildcardInEitherPlace() {
        assertThat(rule.violations(certificate("*.example.com")))
                .containsExactly("site is good for every host of *.example.com");
        assertThat(rule.violations(certificate("example.com", "*.example.com"))).hasSize(1);
    }

    @Test
    void tellsOfTheNameWhileTheOthersAreNotKnown() {
        assertThat(rule.violations(certificate("*.example.com").unknown("subjectAlternativeNames")))
                .hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(certificate("example.com").unknown("domainName")))
                .containsExactly("site: domainName is not known before the deployment");
    }

    @Test
    void isOffUnlessAskedFor() {
        assertThat(new AcmNoWildcard().info().level()).isEqualTo(EnforcementLevel.DISABLED);
    }

    private static TestResource certificate(String name, String... others) {
        return TestResource.of(
                Certificate.class,
                "site",
                CertificateArgs.builder()
                        .domainName(name)
                        .subjectAlternativeNames(others)
                        .build());
    }
}
