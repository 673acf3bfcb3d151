package dev.plinth.policy.analyzer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;

/** A pack as a process of its own. */
final class PolicyServerIT {
    /** The JDK's own warning of protobuf cannot be kept quiet from inside. */
    private static final List<String> QUIET_JDK =
            List.of("-XX:+IgnoreUnrecognizedVMOptions", "--sun-misc-unsafe-memory-access=allow");

    private static final String TYPE = "aws:rds/instance:Instance";

    private @Nullable Process started;

    @AfterEach
    void stop() {
        if (started != null) {
            started.destroyForcibly();
        }
    }

    @Test
    void printsItsPortAndNothingElseAndEndsWithTheEngine() throws IOException, InterruptedException {
        Process pack;
        try (ServerSocket engine = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            pack = start(TalkativePack.class, "127.0.0.1:" + engine.getLocalPort());
            analyze(Integer.parseInt(pack.inputReader().readLine()));
            assertThat(pack.waitFor(2, SECONDS))
                    .as("ends while the engine is there")
                    .isFalse();
        }
        assertThat(pack.waitFor(10, SECONDS)).as("ends after the engine").isTrue();
        assertThat(pack.exitValue()).isZero();
        assertThat(pack.inputReader().lines()).isEmpty();
        assertThat(pack.errorReader().lines()).containsExactly("judging db");
    }

    @Test
    void saysInOneLineWhyAPackCannotStart() throws IOException, InterruptedException {
        Process pack = start(MistypedPack.class);

        assertThat(pack.waitFor(20, SECONDS)).isTrue();
        assertThat(pack.exitValue()).isEqualTo(1);
        assertThat(pack.inputReader().lines()).isEmpty();
        assertThat(pack.errorReader().lines())
                .containsExactly("The policy pack cannot start: aws:rds/instance:Instance has no property"
                        + " 'publicAccessible'; did you mean 'publiclyAccessible'?");
    }

    private static void analyze(int port) throws InterruptedException {
        ManagedChannel channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        try {
            var request =
                    AnalyzeRequest.newBuilder().setType(TYPE).setName("db").build();
            assertThat(AnalyzerGrpc.newBlockingStub(channel).analyze(request).getDiagnosticsList())
                    .isEmpty();
        } finally {
            channel.shutdownNow();
            assertThat(channel.awaitTermination(5, SECONDS)).isTrue();
        }
    }

    private Process start(Class<?> main, String... args) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path")));
        command.addAll(QUIET_JDK);
        command.add(main.getName());
        command.addAll(List.of(args));
        started = new ProcessBuilder(command).start();
        return started;
    }
}
