package dev.plinth.policies.backup.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RdsSubnetGroupSpreadTest {
    private final PolicyTest rule = PolicyTest.of(new RdsSubnetGroupSpread());
    private final TestResource left = subnet("1", "eu-central-1a");
    private final TestResource right = subnet("2", "eu-central-1b");

    @Test
    void acceptsSubnetsOfTwoZones() {
        assertThat(rule.violations(group("subnet-1", "subnet-2"), left, right)).isEmpty();
    }

    @Test
    void rejectsASingleSubnet() {
        assertThat(rule.violations(group("subnet-1"), left))
                .containsExactly("group has 1 subnets, needs one in each of 2 zones");
    }

    @Test
    void rejectsASingleSubnetOfACache() {
        var cache = TestResource.of(com.pulumi.aws.elasticache.SubnetGroup.class, "cache")
                .with("subnetIds", List.of("subnet-1"));

        assertThat(rule.violations(cache)).hasSize(1);
    }

    @Test
    void rejectsSubnetsOfOneZone() {
        assertThat(rule.violations(
                        group("subnet-1", "subnet-2"), left, right.with("availabilityZone", "eu-central-1a")))
                .containsExactly("group has all its subnets in 1 zones, needs 2");
    }

    @Test
    void doesNotCountASubnetThatTheListDoesNotName() {
        var narrow = group("subnet-1", "subnet-3");
        var twin = subnet("3", "eu-central-1a");

        assertThat(rule.violations(narrow, left, right, twin)).hasSize(1);
    }

    @Test
    void trustsSubnetsThatAreMadeElsewhere() {
        assertThat(rule.violations(group("subnet-1", "subnet-9"), left)).isEmpty();
    }

    @Test
    void asksForAsManyZonesAsConfigured() {
        assertThat(rule.configured("zonesMin", 3).violations(group("subnet-1", "subnet-2"), left, right))
                .containsExactly("group has 2 subnets, needs one in each of 3 zones");
    }

    @Test
    void waitsForUnknownSubnets() {
        assertThat(rule.undecided(group("subnet-1").unknown("subnetIds"), left))
                .containsExactly("group: subnetIds is not known before the deployment");
    }

    private static TestResource group(String... subnets) {
        return TestResource.of(
                SubnetGroup.class,
                "group",
                SubnetGroupArgs.builder().subnetIds(subnets).build());
    }

    private static TestResource subnet(String number, String zone) {
        return TestResource.of(Subnet.class, "subnet-" + number)
                .with("id", "subnet-" + number)
                .with("availabilityZone", zone);
    }
}
