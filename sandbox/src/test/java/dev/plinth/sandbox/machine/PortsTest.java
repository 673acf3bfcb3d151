package dev.plinth.sandbox.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PortsTest {
    @Test
    void aPortIsFollowedByTheNext() {
        assertThat(Ports.candidates(8443).limit(3)).containsExactly(8443, 8444, 8445);
    }

    @Test
    void aPrivilegedPortIsFollowedByItsUsualStandIn() {
        assertThat(Ports.candidates(443).limit(3)).containsExactly(443, 8443, 8444);
        assertThat(Ports.candidates(80).limit(2)).containsExactly(80, 8080);
    }
}
