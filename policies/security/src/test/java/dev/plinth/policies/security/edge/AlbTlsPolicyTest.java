package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AlbTlsPolicyTest {
    private final PolicyTest rule = PolicyTest.of(new AlbTlsPolicy());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ELBSecurityPolicy-TLS13-1-2-2021-06",
                "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
                "ELBSecurityPolicy-TLS13-1-3-2021-06",
            })
    void acceptsForwardSecrecy(String policy) {
        assertThat(rule.violations(listener("HTTPS").with("sslPolicy", policy))).isEmpty();
    }

    @Test
    void rejectsAPolicyWithoutForwardSecrecy() {
        assertThat(rule.violations(listener("TLS").with("sslPolicy", "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06")))
                .containsExactly("web speaks TLS by ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06, which is not allowed");
    }

    @Test
    void rejectsTheDefault() {
        assertThat(rule.violations(listener("HTTPS")))
                .containsExactly("web speaks TLS as AWS did in 2016, as sslPolicy is not set");
    }

    @Test
    void leavesListenersWithoutTlsAlone() {
        assertThat(rule.notApplicable(listener("TCP"))).containsExactly("is about listeners for HTTPS and TLS");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(listener("HTTPS").unknown("sslPolicy")))
                .containsExactly("web: sslPolicy is not known before the deployment");
    }

    @Test
    void allowsWhatIsConfigured() {
        PolicyTest strict = rule.configured("allowed", List.of("ELBSecurityPolicy-TLS13-1-3-"));

        assertThat(strict.violations(listener("HTTPS").with("sslPolicy", "ELBSecurityPolicy-TLS13-1-2-2021-06")))
                .hasSize(1);
    }

    @Test
    void setsAPolicyThatItAllows() {
        TestResource remedied = rule.remedied(listener("HTTPS").with("sslPolicy", "ELBSecurityPolicy-2016-08"));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
        assertThat(rule.remedied(listener("TCP")).resource())
                .isEqualTo(listener("TCP").resource());
    }

    private static TestResource listener(String protocol) {
        return TestResource.of(
                Listener.class,
                "web",
                ListenerArgs.builder()
                        .loadBalancerArn("balancer")
                        .defaultActions(List.of())
                        .protocol(protocol)
                        .build());
    }
}
