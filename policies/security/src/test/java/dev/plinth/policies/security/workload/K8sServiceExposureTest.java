package dev.plinth.policies.security.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.core.v1.Service;
import com.pulumi.kubernetes.core.v1.ServiceArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServiceSpecArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sServiceExposureTest {
    private final PolicyTest rule = PolicyTest.of(new K8sServiceExposure());

    @Test
    void acceptsAServiceInsideTheCluster() {
        assertThat(rule.violations(
                        service(ServiceSpecArgs.builder().type("ClusterIP")), service(ServiceSpecArgs.builder())))
                .isEmpty();
    }

    @Test
    void rejectsALoadBalancerInTheInternet() {
        assertThat(rule.violations(balancer()))
                .containsExactly("service opens a load balancer to the internet,"
                        + " with neither an internal scheme nor source ranges");
        assertThat(rule.violations(
                        service(ServiceSpecArgs.builder().type("LoadBalancer").loadBalancerSourceRanges("0.0.0.0/0"))))
                .hasSize(1);
    }

    @Test
    void acceptsALoadBalancerThatIsInsideOrNarrow() {
        var internal = Map.of("service.beta.kubernetes.io/aws-load-balancer-scheme", "internal");

        assertThat(rule.violations(
                        balancer().with("metadata", Map.of("annotations", internal)),
                        service(ServiceSpecArgs.builder().type("LoadBalancer").loadBalancerSourceRanges("10.0.0.0/8"))))
                .isEmpty();
    }

    @Test
    void rejectsAPortOfEveryNode() {
        assertThat(rule.violations(service(ServiceSpecArgs.builder().type("NodePort"))))
                .containsExactly("service opens a port of every node, as its type is NodePort");
    }

    @Test
    void rejectsForeignAddresses() {
        assertThat(rule.violations(service(ServiceSpecArgs.builder().externalIPs("8.8.8.8"))))
                .containsExactly("service takes traffic of any address that externalIPs names");
    }

    @Test
    void takesTheAnnotationsThatAreConfigured() {
        TestResource own = balancer().with("metadata", Map.of("annotations", Map.of("scheme", "inside")));

        assertThat(rule.violations(own)).hasSize(1);
        assertThat(rule.configured("annotations", List.of(Map.of("name", "scheme", "value", "inside")))
                        .violations(own))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownType() {
        assertThat(rule.undecided(service(ServiceSpecArgs.builder()).with("spec", Map.of("type", new Value.Unknown()))))
                .containsExactly("service: type is not known before the deployment");
    }

    private static TestResource balancer() {
        return service(ServiceSpecArgs.builder().type("LoadBalancer"));
    }

    private static TestResource service(ServiceSpecArgs.Builder spec) {
        return TestResource.of(
                Service.class,
                "service",
                ServiceArgs.builder().spec(spec.build()).build());
    }
}
