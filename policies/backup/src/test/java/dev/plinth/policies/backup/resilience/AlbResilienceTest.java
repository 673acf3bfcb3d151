package dev.plinth.policies.backup.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerSubnetMappingArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class AlbResilienceTest {
    private final PolicyTest rule = PolicyTest.of(new AlbResilience());

    @Test
    void acceptsAProtectedBalancerInTwoZones() {
        assertThat(rule.violations(
                        balancer(application()),
                        balancer(network().enableCrossZoneLoadBalancing(true)),
                        TestResource.of(
                                com.pulumi.aws.alb.LoadBalancer.class,
                                "old",
                                com.pulumi.aws.alb.LoadBalancerArgs.builder()
                                        .enableDeletionProtection(true)
                                        .subnets("subnet-1", "subnet-2")
                                        .build())))
                .isEmpty();
    }

    @Test
    void rejectsABalancerThatIsNotProtected() {
        assertThat(rule.violations(balancer(application().enableDeletionProtection(false))))
                .containsExactly("api can be deleted by mistake, as enableDeletionProtection is not true");
    }

    @Test
    void rejectsABalancerInOneZone() {
        assertThat(rule.violations(balancer(application().subnets("subnet-1"))))
                .containsExactly("api stands in 1 zones, needs 2");
    }

    @Test
    void countsMappedSubnetsToo() {
        var mapping =
                LoadBalancerSubnetMappingArgs.builder().subnetId("subnet-2").build();

        assertThat(rule.violations(balancer(application().subnets("subnet-1").subnetMappings(mapping))))
                .isEmpty();
    }

    @Test
    void rejectsANetworkBalancerThatDoesNotShareAcrossZones() {
        assertThat(rule.violations(balancer(network())))
                .containsExactly(
                        "api leaves a zone's requests to that zone, as enableCrossZoneLoadBalancing is not true");
    }

    @Test
    void doesNotWaitForSubnetsThatAwsCountsItself() {
        assertThat(rule.undecided(balancer(application()).unknown("subnets"))).isEmpty();
        assertThat(rule.undecided(
                        balancer(network().enableCrossZoneLoadBalancing(true)).unknown("subnets")))
                .containsExactly("api: subnets is not known before the deployment");
    }

    @Test
    void asksForAsManyZonesAsConfigured() {
        assertThat(rule.configured("zonesMin", 3).violations(balancer(application())))
                .containsExactly("api stands in 2 zones, needs 3");
    }

    private static LoadBalancerArgs.Builder application() {
        return LoadBalancerArgs.builder().enableDeletionProtection(true).subnets("subnet-1", "subnet-2");
    }

    private static LoadBalancerArgs.Builder network() {
        return application().loadBalancerType("network");
    }

    private static TestResource balancer(LoadBalancerArgs.Builder args) {
        return TestResource.of(LoadBalancer.class, "api", args.build());
    }
}
