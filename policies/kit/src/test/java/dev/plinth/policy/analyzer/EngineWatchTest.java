package dev.plinth.policy.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Attributes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class EngineWatchTest {
    @Test
    void staysWhileTheEngineAnswers() throws IOException {
        try (ServerSocket engine = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(watch(engine.getLocalPort()).engineGone()).isFalse();
        }
    }

    @Test
    void goesWhenTheEngineHasHungUpAndDoesNotAnswer() throws IOException {
        EngineWatch watch = watch(portThatNobodyListensOn());
        watch.transportReady(Attributes.EMPTY);
        assertThat(watch.engineGone()).as("while connected").isFalse();

        watch.transportTerminated(Attributes.EMPTY);
        assertThat(watch.engineGone()).as("after it has hung up").isTrue();
    }

    @Test
    void staysForeverWhenStartedByHand() {
        assertThat(EngineWatch.of(new String[0]).engineGone()).isFalse();
        assertThat(EngineWatch.of(new String[] {"--help"}).engineGone()).isFalse();
    }

    private static EngineWatch watch(int port) {
        return EngineWatch.of(new String[] {"-logtostderr", "127.0.0.1:" + port});
    }

    private static int portThatNobodyListensOn() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }
}
