package dev.plinth.sandbox.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuantityTest {
    @ParameterizedTest
    @CsvSource({"512Mi, 536870912", "1Gi, 1073741824", "1.5Gi, 1610612736", "1G, 1000000000", "100, 100"})
    void amountsAreReadAsKubernetesReadsThem(String amount, long bytes) {
        assertThat(Quantity.bytes(amount)).contains(bytes);
    }

    @Test
    void whatIsNoAmountIsNoAmount() {
        assertThat(Quantity.bytes("1GB")).isEmpty();
        assertThat(Quantity.bytes("much")).isEmpty();
    }
}
