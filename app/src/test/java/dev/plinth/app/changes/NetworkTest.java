package dev.plinth.app.changes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0/24",
        "10.255.255.255, 10.255.255.0/24",
        "::ffff:203.0.113.77, 203.0.113.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0/48",
        "::1, 0:0:0:0:0:0:0:0/48",
    })
    void keepsTheNetworkAndDropsTheRest(String address, String network) {
        assertThat(Network.of(address).value()).isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "face", "localhost", "203.0.113", "999.1.1.1", "1:2:3", "fe80::1%eth0"})
    void whatIsNoAddressHasNoNetwork(String text) {
        assertThat(Network.of(text)).isEqualTo(Network.NONE);
    }
}
