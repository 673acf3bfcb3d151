package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionRedirectArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AlbHttpRedirectTest {
    private final PolicyTest rule = PolicyTest.of(new AlbHttpRedirect());

    @Test
    void acceptsARedirectToHttps() {
        assertThat(rule.violations(http(redirectTo("HTTPS")))).isEmpty();
    }

    @Test
    void rejectsAnAnswerByHttp() {
        assertThat(rule.violations(http(action("forward"))))
                .containsExactly("web answers by HTTP instead of leading to HTTPS");
    }

    @Test
    void rejectsARedirectThatKeepsTheProtocol() {
        assertThat(rule.violations(http(redirectTo("#{protocol}")))).hasSize(1);
        assertThat(rule.violations(http(redirectTo("HTTP")))).hasSize(1);
    }

    @Test
    void rejectsAnActionBeforeTheRedirect() {
        assertThat(rule.violations(http(action("authenticate-oidc"), redirectTo("HTTPS"))))
                .hasSize(1);
    }

    @Test
    void looksAtBothNamesOfListeners() {
        var listener = TestResource.of(com.pulumi.aws.alb.Listener.class, "web").with("protocol", "HTTP");

        assertThat(rule.violations(listener)).hasSize(1);
    }

    @Test
    void leavesOtherProtocolsAlone() {
        var listener = listener(ListenerArgs.builder().protocol("HTTPS").defaultActions(List.of(action("forward"))));

        assertThat(rule.notApplicable(listener)).containsExactly("is about listeners for HTTP");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(http(action("forward")).unknown("defaultActions")))
                .containsExactly("web: defaultActions is not known before the deployment");
    }

    private static TestResource http(ListenerDefaultActionArgs... actions) {
        return listener(ListenerArgs.builder().protocol("HTTP").defaultActions(actions));
    }

    private static TestResource listener(ListenerArgs.Builder args) {
        return TestResource.of(
                Listener.class, "web", args.loadBalancerArn("balancer").build());
    }

    private static ListenerDefaultActionArgs redirectTo(String protocol) {
        return ListenerDefaultActionArgs.builder()
                .type("redirect")
                .redirect(ListenerDefaultActionRedirectArgs.builder()
                        .protocol(protocol)
                        .statusCode("HTTP_301")
                        .build())
                .build();
    }

    private static ListenerDefaultActionArgs action(String type) {
        return ListenerDefaultActionArgs.builder().type(type).build();
    }
}
