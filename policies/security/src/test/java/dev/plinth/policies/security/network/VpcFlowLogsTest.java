package dev.plinth.policies.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.FlowLogArgs;
import com.pulumi.aws.ec2.Vpc;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class VpcFlowLogsTest {
    private final PolicyTest rule = PolicyTest.of(new VpcFlowLogs());
    private final TestResource vpc = TestResource.of(Vpc.class, "vpc").with("id", "vpc-1");

    @Test
    void acceptsALogOfWhatIsRefused() {
        assertThat(rule.violations(vpc, log("ALL"))).isEmpty();
        assertThat(rule.violations(vpc, log("REJECT").from("vpcId", vpc))).isEmpty();
    }

    @Test
    void rejectsAVpcWithoutALog() {
        assertThat(rule.violations(vpc)).containsExactly("vpc keeps no log of its connections");
        assertThat(rule.violations(vpc, log("ALL").with("vpcId", "vpc-2"))).hasSize(1);
    }

    @Test
    void rejectsALogOfAcceptedConnectionsOnly() {
        assertThat(rule.violations(vpc, log("ACCEPT")))
                .containsExactly("vpc logs accepted connections only, and none that it refuses");
    }

    @Test
    void givesALogOfWhatIsNotKnownYetTheBenefitOfTheDoubt() {
        assertThat(rule.violations(vpc, log("ALL").unknown("vpcId"))).isEmpty();
        assertThat(rule.undecided(vpc, log("ALL").unknown("vpcId"))).isEmpty();
    }

    @Test
    void waitsForAnUnknownKindOfTraffic() {
        assertThat(rule.undecided(vpc, log("ALL").unknown("trafficType")))
                .containsExactly("vpc: trafficType is not known before the deployment");
    }

    private static TestResource log(String traffic) {
        return TestResource.of(
                FlowLog.class,
                "flows",
                FlowLogArgs.builder().vpcId("vpc-1").trafficType(traffic).build());
    }
}
