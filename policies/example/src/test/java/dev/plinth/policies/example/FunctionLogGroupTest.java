package dev.plinth.policies.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.lambda.Function;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class FunctionLogGroupTest {
    private final PolicyTest rule = PolicyTest.of(new FunctionLogGroup());
    private final TestResource function =
            TestResource.of(Function.class, "resize").with("name", "resize-images");
    private final TestResource group = TestResource.of(LogGroup.class, "logs");

    @Test
    void acceptsAFunctionWhoseLogGroupIsDeclared() {
        assertThat(rule.violations(function, group.with("name", "/aws/lambda/resize-images")))
                .isEmpty();
    }

    @Test
    void rejectsAFunctionWhoseLogGroupIsNot() {
        assertThat(rule.violations(function, group.with("name", "/aws/lambda/other")))
                .containsExactly("resize writes to /aws/lambda/resize-images, which nobody has declared");
    }

    @Test
    void waitsForANameThatIsNotKnown() {
        assertThat(rule.undecided(function.unknown("name"))).hasSize(1);
    }
}
