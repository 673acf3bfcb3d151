package dev.plinth.policies.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PortRangeTest {
    private final PortRange range = new PortRange(20, 25);

    @Test
    void includesItsEnds() {
        assertThat(range.among(List.of(26, 25, 20, 19))).containsExactly(20, 25);
    }

    @Test
    void isAllPortsWithOrWithoutTheOneThatNobodyListensOn() {
        assertThat(new PortRange(0, 65535).isAll()).isTrue();
        assertThat(new PortRange(1, 65535).isAll()).isTrue();
        assertThat(new PortRange(2, 65535).isAll()).isFalse();
        assertThat(new PortRange(0, 65534).isAll()).isFalse();
    }

    @Test
    void fallsIntoPiecesWithoutSomeOfItsPorts() {
        assertThat(range.without(List.of(22, 3389))).hasToString("[20-21, 23-25]");
        assertThat(range.without(List.of(20, 25))).hasToString("[21-24]");
        assertThat(range.without(List.of(20, 21, 22, 23, 24, 25))).isEmpty();
        assertThat(range.without(List.of())).containsExactly(range);
    }

    @Test
    void isCalledByItsOnlyPort() {
        assertThat(new PortRange(22, 22)).hasToString("22");
    }
}
