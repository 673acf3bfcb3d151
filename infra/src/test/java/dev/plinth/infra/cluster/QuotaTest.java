package dev.plinth.infra.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much a namespace may use. */
final class QuotaTest {

    @ParameterizedTest
    @CsvSource({"500m, 512Mi, 1500m, 1536Mi", "1, 1Gi, 3000m, 3072Mi"})
    void hasRoomForAllPods(String cpu, String memory, String cpuOfAll, String memoryOfAll) {
        var quota = Quota.of(3, cpu, memory);

        assertThat(quota.cpu()).isEqualTo(cpuOfAll);
        assertThat(quota.memory()).isEqualTo(memoryOfAll);
    }

    @Test
    void doesNotTakeMemoryForProcessorTime() {
        assertThatIllegalArgumentException().isThrownBy(() -> Quota.of(1, "1Gi", "1Gi"));
    }

    @Test
    void doesNotTakeProcessorTimeForMemory() {
        assertThatIllegalArgumentException().isThrownBy(() -> Quota.of(1, "500m", "500m"));
    }
}
