package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.route53domains.RegisteredDomain;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class Route53TransferLockTest {
    private final PolicyTest rule = PolicyTest.of(new Route53TransferLock());
    private final TestResource domain = TestResource.of(RegisteredDomain.class, "domain");

    @Test
    void acceptsALockSaidOrUnsaid() {
        assertThat(rule.violations(domain, domain.with("transferLock", true))).isEmpty();
    }

    @Test
    void rejectsADomainWithoutOne() {
        assertThat(rule.violations(domain.with("transferLock", false)))
                .containsExactly("domain can be taken to another registrar, as transferLock is false");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(domain.unknown("transferLock")))
                .containsExactly("domain: transferLock is not known before the deployment");
    }

    @Test
    void locksTheDomain() {
        TestResource remedied = rule.remedied(domain.with("transferLock", false));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }
}
