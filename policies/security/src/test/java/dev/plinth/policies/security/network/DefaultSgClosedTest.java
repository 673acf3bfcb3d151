package dev.plinth.policies.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.Vpc;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DefaultSgClosedTest {
    private final PolicyTest rule = PolicyTest.of(new DefaultSgClosed());
    private final TestResource vpc = TestResource.of(Vpc.class, "vpc").with("id", "vpc-1");
    private final TestResource group =
            TestResource.of(DefaultSecurityGroup.class, "default").with("vpcId", "vpc-1");

    @Test
    void acceptsAnEmptyGroup() {
        assertThat(rule.violations(vpc, group.with("ingress", List.of()).with("egress", List.of())))
                .isEmpty();
        assertThat(rule.violations(vpc, group)).isEmpty();
    }

    @Test
    void rejectsAVpcWhoseGroupNobodyHasEmptied() {
        assertThat(rule.violations(vpc))
                .containsExactly(
                        "vpc leaves its default security group as AWS makes it, open inside and to the outside");
        assertThat(rule.violations(vpc, group.with("vpcId", "vpc-2"))).hasSize(1);
    }

    @Test
    void rejectsAGroupWithRules() {
        var everything = List.of(Map.of("protocol", "-1", "fromPort", 0, "toPort", 0, "self", true));

        assertThat(rule.violations(vpc, group.with("ingress", everything)))
                .containsExactly("default lets through what its rules say, though no resource should rely on it");
        assertThat(rule.violations(vpc, group.with("egress", everything))).hasSize(1);
    }

    @Test
    void givesAGroupOfWhatIsNotKnownYetTheBenefitOfTheDoubt() {
        var unknown = group.unknown("vpcId").unknown("ingress").unknown("egress");

        assertThat(rule.violations(vpc, unknown)).isEmpty();
        assertThat(rule.undecided(vpc, unknown)).isEmpty();
    }
}
