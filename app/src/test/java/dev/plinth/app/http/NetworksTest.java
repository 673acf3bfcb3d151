package dev.plinth.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetworksTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002::",
        "2001:db8:1:2:ffff::1, 20010db800010002::",
        "::ffff:192.0.2.7, ::ffff:192.0.2.7",
        "12345:x, malformed",
    })
    void anAddressOfIpv6CountsByItsNetwork(String address, String network) {
        assertThat(Networks.of(address)).isEqualTo(network);
    }
}
