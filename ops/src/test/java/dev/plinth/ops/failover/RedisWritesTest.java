package dev.plinth.ops.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.failover.Probes.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class RedisWritesTest {
    @Test
    void aServerThatIsNotThereTakesNoWrites() throws IOException {
        int nobody;
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = gone.getLocalPort();
        }

        assertThat(new RedisWrites(new Address("127.0.0.1", nobody, Optional.empty()), "token").writes())
                .isFalse();
    }

    @Test
    void aServerWithoutTlsIsNotSentTheToken() throws Exception {
        try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var heard = new CompletableFuture<String>();
            Thread.ofVirtual().start(() -> {
                try (var socket = plain.accept()) {
                    heard.complete(new String(socket.getInputStream().readNBytes(5), StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    heard.completeExceptionally(e);
                }
            });

            var address = new Address("127.0.0.1", plain.getLocalPort(), Optional.empty());

            assertThat(new RedisWrites(address, "token").writes()).isFalse();
            // The first byte of a TLS handshake.
            assertThat(heard.get()).startsWith("\u0016");
        }
    }
}
