package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.lb.Listener;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NlbListenerTlsTest {
    private final PolicyTest rule = PolicyTest.of(new NlbListenerTls());

    @Test
    void acceptsTls() {
        assertThat(rule.violations(listener("TLS"))).isEmpty();
    }

    @Test
    void acceptsTheProtocolsOfOtherLoadBalancers() {
        assertThat(rule.violations(listener("HTTP"), listener("GENEVE"))).isEmpty();
    }

    @Test
    void rejectsWhatIsPassedOn() {
        assertThat(rule.violations(listener("TCP"))).containsExactly("queue passes on TCP without ending TLS");
        assertThat(rule.violations(listener("UDP"))).hasSize(1);
        assertThat(rule.violations(listener("TCP_UDP"))).hasSize(1);
    }

    @Test
    void leavesAListenerAloneThatMayPassOn() {
        assertThat(rule.configured("listeners", List.of("queue")).notApplicable(listener("TCP")))
                .containsExactly("leaves a listener alone that may pass on what it gets");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(listener("TCP").unknown("protocol")))
                .containsExactly("queue: protocol is not known before the deployment");
    }

    private static TestResource listener(String protocol) {
        return TestResource.of(Listener.class, "queue").with("protocol", protocol);
    }
}
