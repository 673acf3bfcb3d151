package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.wafv2.WebAclAssociation;
import com.pulumi.aws.wafv2.WebAclAssociationArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class AlbWafTest {
    private final PolicyTest rule = PolicyTest.of(new AlbWaf());
    private final TestResource balancer = TestResource.of(
                    LoadBalancer.class,
                    "web",
                    LoadBalancerArgs.builder().internal(false).build())
            .with("arn", "arn:web");

    @Test
    void acceptsABalancerBehindAWebAcl() {
        assertThat(rule.violations(balancer, association("arn:web"))).isEmpty();
    }

    @Test
    void takesAnAssociationOfNobodyKnowsWhatForThatOfTheBalancer() {
        assertThat(rule.violations(balancer, association("").unknown("resourceArn")))
                .isEmpty();
    }

    @Test
    void rejectsAPublicBalancerWithoutOne() {
        assertThat(rule.violations(balancer, association("arn:other")))
                .containsExactly("web faces the internet without a web ACL");
    }

    @Test
    void rejectsAnAclThatIsPassedWhenItIsDown() {
        assertThat(rule.violations(balancer.with("enableWafFailOpen", true), association("arn:web")))
                .containsExactly(
                        "web lets everything through while its web ACL does not answer, as enableWafFailOpen is true");
    }

    @Test
    void leavesInternalAndOtherBalancersAlone() {
        assertThat(rule.notApplicable(balancer.with("internal", true)))
                .containsExactly("is about load balancers that face the internet");
        assertThat(rule.notApplicable(balancer.with("loadBalancerType", "network")))
                .containsExactly("is about load balancers of the type application");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(balancer.unknown("internal")))
                .containsExactly("web: internal is not known before the deployment");
    }

    private static TestResource association(String balancerArn) {
        return TestResource.of(
                WebAclAssociation.class,
                "guard",
                WebAclAssociationArgs.builder()
                        .webAclArn("arn:acl")
                        .resourceArn(balancerArn)
                        .build());
    }
}
