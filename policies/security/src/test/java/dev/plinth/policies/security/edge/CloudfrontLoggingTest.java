package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.cloudwatch.LogDeliverySource;
import com.pulumi.aws.cloudwatch.LogDeliverySourceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CloudfrontLoggingTest {
    private final PolicyTest rule = PolicyTest.of(new CloudfrontLogging());
    private final TestResource cdn = TestResource.of(Distribution.class, "cdn").with("arn", "arn:cdn");

    @Test
    void acceptsALogInTheOldWay() {
        assertThat(rule.violations(cdn.with("loggingConfig", Map.of("bucket", "logs.s3.amazonaws.com"))))
                .isEmpty();
    }

    @Test
    void acceptsADelivery() {
        assertThat(rule.violations(cdn, source("arn:cdn"))).isEmpty();
        assertThat(rule.violations(cdn, source("").from("resourceArn", cdn))).isEmpty();
    }

    @Test
    void rejectsADistributionWithoutALog() {
        assertThat(rule.violations(cdn)).containsExactly("cdn writes no access log");
        assertThat(rule.violations(cdn, source("arn:other"))).hasSize(1);
    }

    @Test
    void takesADeliveryOfNobodyKnowsWhatForThatOfTheDistribution() {
        assertThat(rule.violations(cdn.unknown("arn"), source("").unknown("resourceArn")))
                .isEmpty();
    }

    private static TestResource source(String arn) {
        return TestResource.of(
                LogDeliverySource.class,
                "source",
                LogDeliverySourceArgs.builder()
                        .logType("ACCESS_LOGS")
                        .resourceArn(arn)
                        .build());
    }
}
