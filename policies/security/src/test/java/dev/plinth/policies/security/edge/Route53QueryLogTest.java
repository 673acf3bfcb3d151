package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.route53.QueryLog;
import com.pulumi.aws.route53.QueryLogArgs;
import com.pulumi.aws.route53.Zone;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class Route53QueryLogTest {
    private final PolicyTest rule = PolicyTest.of(new Route53QueryLog());
    private final TestResource zone = TestResource.of(Zone.class, "zone").with("zoneId", "Z1");

    @Test
    void acceptsALog() {
        assertThat(rule.violations(zone, log("Z1"))).isEmpty();
    }

    @Test
    void rejectsAZoneWithoutOne() {
        assertThat(rule.violations(zone)).containsExactly("zone does not log what it is asked");
        assertThat(rule.violations(zone, log("Z2"))).hasSize(1);
    }

    @Test
    void takesALogOfNobodyKnowsWhatForThatOfTheZone() {
        assertThat(rule.violations(zone.unknown("zoneId"), log("").unknown("zoneId")))
                .isEmpty();
    }

    @Test
    void leavesPrivateZonesAlone() {
        assertThat(rule.notApplicable(zone.with("vpcs", List.of(Map.of("vpcId", "vpc-1")))))
                .containsExactly("is about public zones");
    }

    private static TestResource log(String zoneId) {
        return TestResource.of(
                QueryLog.class,
                "log",
                QueryLogArgs.builder()
                        .zoneId(zoneId)
                        .cloudwatchLogGroupArn("arn:group")
                        .build());
    }
}
