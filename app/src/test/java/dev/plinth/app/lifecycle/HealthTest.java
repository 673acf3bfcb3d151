package dev.plinth.app.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HealthTest {
    private final Health health = new Health();

    @Test
    void isNotReadyBeforeItServes() {
        assertThat(health.readiness().isReady()).isFalse();
        assertThat(health.phase()).isEqualTo(Phase.STARTING);
    }

    @Test
    void isReadyWhenAllChecksAreUp() {
        health.serve(List.of(check("database", true, true), check("redis", false, true)));

        assertThat(health.readiness().isReady()).isTrue();
        assertThat(health.readiness().isDegraded()).isFalse();
    }

    @Test
    void isDegradedButReadyWithoutWhatIsNotRequired() {
        health.serve(List.of(check("database", true, true), check("redis", false, false)));

        assertThat(health.readiness().isReady()).isTrue();
        assertThat(health.readiness().isDegraded()).isTrue();
    }

    @Test
    void isNotReadyWithoutWhatIsRequired() {
        health.serve(List.of(check("database", true, false), check("redis", false, true)));

        assertThat(health.readiness().isReady()).isFalse();
        assertThat(health.readiness().isDegraded()).isFalse();
        assertThat(health.readiness().checks()).containsEntry("database", false).containsEntry("redis", true);
    }

    @Test
    void isNotReadyOnceItDrains() {
        health.serve(List.of(check("database", true, true)));
        health.drain();

        assertThat(health.readiness().isReady()).isFalse();
        assertThat(health.phase()).isEqualTo(Phase.DRAINING);
    }

    @Test
    void tellsOfEachCheckWhatItFound() {
        health.serve(List.of(check("database", true, true), check("redis", false, false)));

        assertThat(health.results())
                .extracting(CheckResult::name, CheckResult::required, CheckResult::up)
                .containsExactly(tuple("database", true, true), tuple("redis", false, false));
        assertThat(health.results()).noneMatch(result -> result.took().isNegative());
    }

    private static Check check(String name, boolean required, boolean up) {
        return new Check(name, required, () -> up);
    }
}
