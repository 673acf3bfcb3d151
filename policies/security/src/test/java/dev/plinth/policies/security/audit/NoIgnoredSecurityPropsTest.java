package dev.plinth.policies.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.s3.BucketObject;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class NoIgnoredSecurityPropsTest {
    private final PolicyTest rule = PolicyTest.of(new NoIgnoredSecurityProps());
    private final TestResource group = TestResource.of(SecurityGroup.class, "group");

    @Test
    void namesOnlyPropertiesThatTheSdkHas() {
        assertThat(JudgedProperties.ALL).allSatisfy(NoIgnoredSecurityPropsTest::isKnown);
    }

    @Test
    void acceptsAResourceOfWhichNothingIsOverlooked() {
        assertThat(rule.violations(group)).isEmpty();
    }

    @Test
    void acceptsPropertiesThatNoRuleJudges() {
        assertThat(rule.violations(
                        group.ignoring("tags"),
                        TestResource.of(Instance.class, "db").ignoring("password"),
                        group.ignoring("ingressions")))
                .isEmpty();
    }

    @Test
    void rejectsAPropertyThatARuleJudges() {
        assertThat(rule.violations(group.ignoring("tags", "ingress")))
                .containsExactly("group overlooks changes of ingress, by which other rules judge it");
    }

    @Test
    void rejectsAPartOfSuchAProperty() {
        assertThat(rule.violations(
                        group.ignoring("ingress[0].cidrBlocks"),
                        group.ignoring("ingress.0"),
                        group.ignoring("[\"ingress\"]")))
                .hasSize(3);
    }

    @Test
    void rejectsEverythingAtOnce() {
        assertThat(rule.violations(group.ignoring("*"))).hasSize(1);
    }

    @Test
    void judgesAlsoWhatIsNotKnownYet() {
        assertThat(rule.violations(group.unknown("ingress").ignoring("ingress")))
                .hasSize(1);
    }

    @Test
    void leavesTypesAloneThatNoRuleJudges() {
        assertThat(rule.notApplicable(
                        TestResource.of(BucketObject.class, "file").ignoring("*")))
                .containsExactly("is about other types");
    }

    private static void isKnown(JudgedProperties judged) {
        assertThat(judged.names()).isNotEmpty().allMatch(ResourceTypes.of(judged.type())::has);
    }
}
