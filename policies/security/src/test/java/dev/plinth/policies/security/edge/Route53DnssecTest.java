package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.route53.HostedZoneDnsSec;
import com.pulumi.aws.route53.HostedZoneDnsSecArgs;
import com.pulumi.aws.route53.Zone;
import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class Route53DnssecTest {
    private final PolicyTest rule = PolicyTest.of(new Route53Dnssec());
    private final TestResource zone = TestResource.of(Zone.class, "zone").with("zoneId", "Z1");

    @Test
    void acceptsASignedZone() {
        assertThat(rule.violations(zone, signing("Z1"))).isEmpty();
        assertThat(rule.violations(zone, signing("Z1").with("signingStatus", "SIGNING")))
                .isEmpty();
    }

    @Test
    void rejectsAZoneThatIsNotSigned() {
        assertThat(rule.violations(zone)).containsExactly("zone does not sign its answers");
        assertThat(rule.violations(zone, signing("Z2"))).hasSize(1);
    }

    @Test
    void rejectsASigningThatIsOff() {
        assertThat(rule.violations(zone, signing("Z1").with("signingStatus", "NOT_SIGNING")))
                .hasSize(1);
    }

    @Test
    void leavesPrivateZonesAlone() {
        assertThat(rule.notApplicable(zone.with("vpcs", List.of(Map.of("vpcId", "vpc-1")))))
                .containsExactly("is about public zones");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(zone, signing("Z1").unknown("signingStatus")))
                .containsExactly("zone: signingStatus is not known before the deployment");
    }

    @Test
    void isOffUnlessAskedFor() {
        assertThat(new Route53Dnssec().info().level()).isEqualTo(EnforcementLevel.DISABLED);
    }

    private static TestResource signing(String zoneId) {
        return TestResource.of(
                HostedZoneDnsSec.class,
                "signing",
                HostedZoneDnsSecArgs.builder().hostedZoneId(zoneId).build());
    }
}
