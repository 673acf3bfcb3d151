package dev.plinth.ops.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Json;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DeploymentTest {
    private static final String FIRST = "{\"step\":\"shift-10\",\"begun\":\"2026-11-02T10:00:00Z\"}";
    private static final String ALL =
            "{\"step\":\"shift-100\",\"begun\":\"2026-11-02T10:20:00Z\",\"ended\":\"2026-11-02T10:30:00Z\"}";

    @Test
    void aReleaseThatSucceededReachedEverybodyWithItsLastShift() {
        var deployment = read("succeeded", FIRST + "," + ALL).orElseThrow();

        assertThat(deployment.reached()).isEqualTo("2026-11-02T10:30:00Z");
        assertThat(deployment.isWhole()).isTrue();
        assertThat(deployment.failure()).isEmpty();
    }

    @Test
    void aReleaseThatWasTakenBackLaterFailedFromItsLastShiftOn() {
        var deployment = read("rolled-back", FIRST + "," + ALL).orElseThrow();

        assertThat(deployment.isWhole()).isTrue();
        assertThat(deployment.failure())
                .hasValue(new Restoration(
                        Instant.parse("2026-11-02T10:30:00Z"), Optional.of(Instant.parse("2026-11-02T11:00:00Z"))));
    }

    @Test
    void aReleaseThatFailedWithSomeTrafficIsADeploymentThatFailed() {
        var deployment = read("failed", FIRST).orElseThrow();

        assertThat(deployment.isWhole()).isFalse();
        assertThat(deployment.failure())
                .hasValue(new Restoration(
                        Instant.parse("2026-11-02T10:00:00Z"), Optional.of(Instant.parse("2026-11-02T11:00:00Z"))));
    }

    @Test
    void aReleaseThatFailedBeforeAnybodyMetItIsNone() {
        assertThat(read("failed", "{\"step\":\"verify\",\"begun\":\"2026-11-02T10:00:00Z\"}"))
                .isEmpty();
    }

    @Test
    void aReleaseUnderWayIsNone() {
        assertThat(read("running", FIRST)).isEmpty();
    }

    @Test
    void aRecordWithoutItsOutcomeIsNamed() {
        assertThatThrownBy(() -> Deployment.read(
                        "releases/r1.json", Json.mapper().readTree("{\"steps\":[%s]}".formatted(FIRST))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("releases/r1.json is no record of a release");
    }

    private static Optional<Deployment> read(String outcome, String steps) {
        try {
            return Deployment.read("releases/r1.json", Json.mapper().readTree("""
                                    {"id":"r1","commit":"abc1234","outcome":"%s","ended":"2026-11-02T11:00:00Z","steps":[%s]}
                                    """.formatted(outcome, steps)));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
