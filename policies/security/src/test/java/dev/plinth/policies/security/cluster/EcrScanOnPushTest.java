package dev.plinth.policies.security.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ecr.Repository;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EcrScanOnPushTest {
    private final PolicyTest rule = PolicyTest.of(new EcrScanOnPush());
    private final TestResource repository = TestResource.of(Repository.class, "api");

    @Test
    void acceptsARepositoryThatScans() {
        assertThat(rule.violations(scanning(true))).isEmpty();
    }

    @Test
    void rejectsOneThatDoesNot() {
        assertThat(rule.violations(scanning(false), repository))
                .containsExactly(
                        "api does not scan images when they are pushed",
                        "api does not scan images when they are pushed");
    }

    @Test
    void waitsForAnUnknownConfiguration() {
        assertThat(rule.undecided(repository.unknown("imageScanningConfiguration")))
                .hasSize(1);
    }

    @Test
    void turnsScanningOn() {
        assertThat(rule.remedied(repository).resource())
                .isEqualTo(scanning(true).resource());
        assertThat(rule.remedied(scanning(false)).resource())
                .isEqualTo(scanning(true).resource());
        assertThat(rule.remedied(scanning(true)).resource())
                .isEqualTo(scanning(true).resource());
    }

    private TestResource scanning(boolean onPush) {
        return repository.with("imageScanningConfiguration", Map.of("scanOnPush", onPush));
    }
}
