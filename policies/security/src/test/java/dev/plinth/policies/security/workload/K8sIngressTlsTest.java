package dev.plinth.policies.security.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.networking.v1.Ingress;
import com.pulumi.kubernetes.networking.v1.IngressArgs;
import com.pulumi.kubernetes.networking.v1.inputs.IngressRuleArgs;
import com.pulumi.kubernetes.networking.v1.inputs.IngressSpecArgs;
import com.pulumi.kubernetes.networking.v1.inputs.IngressTLSArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sIngressTlsTest {
    private static final IngressTLSArgs TLS =
            IngressTLSArgs.builder().secretName("certificate").build();

    private final PolicyTest rule = PolicyTest.of(new K8sIngressTls());

    @Test
    void acceptsACertificateAndANamedHost() {
        assertThat(rule.violations(ingress(IngressSpecArgs.builder().tls(TLS).rules(host("api.example.com")))))
                .isEmpty();
    }

    @Test
    void acceptsTheCertificateOfALoadBalancer() {
        var certificate = Map.of("alb.ingress.kubernetes.io/certificate-arn", new Value.Unknown());

        assertThat(rule.violations(ingress(IngressSpecArgs.builder().rules(host("api.example.com")))
                        .with("metadata", Map.of("annotations", certificate))))
                .isEmpty();
    }

    @Test
    void rejectsAnIngressWithoutCertificate() {
        assertThat(rule.violations(ingress(IngressSpecArgs.builder().rules(host("api.example.com")))))
                .containsExactly("ingress has no certificate, as spec.tls is empty");
    }

    @Test
    void rejectsAHostThatIsNotNamed() {
        assertThat(rule.violations(ingress(IngressSpecArgs.builder()
                        .tls(TLS)
                        .rules(IngressRuleArgs.builder().build(), host("*.example.com")))))
                .containsExactly(
                        "ingress answers for every host, as a rule names none",
                        "ingress answers for every host in *.example.com");
    }

    @Test
    void rejectsCodeInAnnotations() {
        var snippet = Map.of("nginx.ingress.kubernetes.io/server-snippet", "alias /;");

        assertThat(rule.violations(
                        ingress(IngressSpecArgs.builder().tls(TLS)).with("metadata", Map.of("annotations", snippet))))
                .containsExactly("ingress runs the code in its annotation nginx.ingress.kubernetes.io/server-snippet");
    }

    @Test
    void needsToKnowOnlyThatAHostIsNamed() {
        TestResource unknown = ingress(IngressSpecArgs.builder().tls(TLS))
                .with(
                        "spec",
                        Map.of("tls", new Value.Unknown(), "rules", List.of(Map.of("host", new Value.Unknown()))));

        assertThat(rule.violations(unknown)).isEmpty();
        assertThat(rule.undecided(unknown)).isEmpty();
        assertThat(rule.undecided(unknown.unknown("spec"))).hasSize(1);
    }

    private static IngressRuleArgs host(String name) {
        return IngressRuleArgs.builder().host(name).build();
    }

    private static TestResource ingress(IngressSpecArgs.Builder spec) {
        return TestResource.of(
                Ingress.class,
                "ingress",
                IngressArgs.builder().spec(spec.build()).build());
    }
}
