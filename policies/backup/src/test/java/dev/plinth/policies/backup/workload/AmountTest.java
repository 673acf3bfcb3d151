package dev.plinth.policies.backup.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.policy.Value;
import org.junit.jupiter.api.Test;

final class AmountTest {
    @Test
    void readsNumbersAndPercentages() {
        assertThat(Amount.of(Value.of(2))).contains(new Amount(2, false));
        assertThat(Amount.of(Value.of("2"))).contains(new Amount(2, false));
        assertThat(Amount.of(Value.of("50%"))).contains(new Amount(50, true));
        assertThat(Amount.of(Value.of("half"))).isEmpty();
    }

    @Test
    void knowsNoneAndAll() {
        assertThat(new Amount(0, true).isNone()).isTrue();
        assertThat(new Amount(1, false).isNone()).isFalse();
        assertThat(new Amount(100, true).isAllOf(7)).isTrue();
        assertThat(new Amount(99, true).isAllOf(7)).isFalse();
        assertThat(new Amount(2, false).isAllOf(2)).isTrue();
        assertThat(new Amount(2, false).isAllOf(3)).isFalse();
    }
}
