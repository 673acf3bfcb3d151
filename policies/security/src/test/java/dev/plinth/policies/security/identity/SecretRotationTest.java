package dev.plinth.policies.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretRotationArgs;
import com.pulumi.aws.secretsmanager.inputs.SecretRotationRotationRulesArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SecretRotationTest {
    private final PolicyTest rule = PolicyTest.of(new SecretRotation());
    private final TestResource secret = TestResource.of(Secret.class, "login").with("arn", "arn:login");

    @Test
    void acceptsARotationEveryNinetyDays() {
        assertThat(rule.violations(secret, rotation(90))).isEmpty();
    }

    @Test
    void rejectsADayMore() {
        assertThat(rule.violations(secret, rotation(91)))
                .containsExactly("rotation rotates its secret every 91 days, needs 90");
    }

    @Test
    void cannotCountASchedule() {
        assertThat(rule.notApplicable(TestResource.of(com.pulumi.aws.secretsmanager.SecretRotation.class, "rotation")
                        .with("rotationRules", Map.of("scheduleExpression", "cron(0 4 1 * ? *)"))))
                .containsExactly("cannot count the days of a schedule");
    }

    @Test
    void asksForNoRotationByItself() {
        assertThat(rule.violations(secret)).isEmpty();
    }

    @Test
    void asksForARotationOfEverySecretIfConfigured() {
        assertThat(rule.configured("everySecret", true)
                        .violations(secret, rotation(30).with("secretId", "arn:other")))
                .containsExactly("login is never rotated");
        assertThat(rule.configured("everySecret", true).violations(secret, rotation(30)))
                .isEmpty();
    }

    @Test
    void takesARotationOfAnUnknownSecretForThisOnes() {
        PolicyTest strict = rule.configured("everySecret", true);
        TestResource planned = rotation(30).unknown("secretId");

        assertThat(strict.violations(secret.unknown("arn"), planned)).isEmpty();
        assertThat(strict.undecided(secret.unknown("arn"), planned)).isEmpty();
    }

    @Test
    void takesItsLimitFromTheConfiguration() {
        assertThat(rule.configured("daysMax", 30).violations(rotation(31))).hasSize(1);
    }

    @Test
    void waitsForAnUnknownNumberOfDays() {
        assertThat(rule.undecided(rotation(30).unknown("rotationRules"))).hasSize(1);
    }

    private static TestResource rotation(int days) {
        return TestResource.of(
                com.pulumi.aws.secretsmanager.SecretRotation.class,
                "rotation",
                SecretRotationArgs.builder()
                        .secretId("arn:login")
                        .rotationRules(SecretRotationRotationRulesArgs.builder()
                                .automaticallyAfterDays(days)
                                .build())
                        .build());
    }
}
