package dev.plinth.sandbox.pod;

import static dev.plinth.sandbox.pod.PodGround.PORT;
import static dev.plinth.sandbox.pod.PodGround.SOON;
import static dev.plinth.sandbox.pod.PodGround.one;
import static dev.plinth.sandbox.pod.PodGround.probe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.machine.Pause;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one pod is given, and how it is watched and ended. */
final class PodsIT {
    private static final String HOME = System.getProperty("java.home");
    private static final Ending ENDING = Ending.within(Duration.ofSeconds(5));
    private static final Probe READY = probe(PORT, "/ready");

    @TempDir
    private Path folder;

    private PodGround ground;
    private Deployments deployments;

    @BeforeEach
    void open() throws IOException {
        ground = new PodGround(folder);
        deployments = ground.deployments();
    }

    @AfterEach
    void removeEverything() {
        ground.close();
    }

    @Test
    void aPodGetsExactlyTheDeclaredEnvironmentAndTheImagesProgram() {
        PodStatus pod = deployments
                .apply(ground.spec("api", 1, "plain"), Traffic.none())
                .getFirst();

        assertThat(pod.ready()).isTrue();
        assertThat(pod.endpoint(PORT).port()).isEqualTo(PORT);
        assertThat(ground.get(pod, "environment").lines())
                .containsExactly(
                        "FLAVOUR=two words",
                        "HOST=" + pod.address().host(),
                        "JAVA_HOME=" + HOME,
                        "MODE=plain",
                        "NAME=" + pod.name(),
                        "PATH=" + HOME + "/bin:/usr/local/bin:/usr/bin:/bin",
                        "PORT=" + PORT);
        assertThat(ground.get(pod, "start").lines())
                .containsExactly(
                        "of the image",
                        ground.authority().trustStore().file().toString(),
                        ground.image().root().resolve("srv").toString(),
                        ground.image().root().resolve("srv/classes").toString());
    }

    @Test
    void aPodThatDiedIsStartedAgainAtItsAddress() {
        PodStatus pod = deployments
                .apply(ground.spec("api", 1, "plain"), Traffic.none())
                .getFirst();
        long pid = ground.pid(pod.name());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);

        assertThat(Pause.until(
                        SOON, () -> deployments.pods("api").equals(List.of(pod)) && ground.pid(pod.name()) != pid))
                .isTrue();
        assertThat(ground.get(pod, "mode")).isEqualTo("plain");
    }

    @Test
    void aPodThatSaysThatItIsNotReadyIsNotReady() {
        PodStatus pod = deployments
                .apply(ground.spec("api", 1, "plain"), Traffic.none())
                .getFirst();
        ground.get(pod, "unready");

        assertThat(Pause.until(SOON, () -> !deployments.pods("api").getFirst().ready()))
                .isTrue();
    }

    @Test
    void aPortThatSomebodyHoldsEverywhereIsNamed() throws IOException {
        try (var holder = new ServerSocket()) {
            holder.bind(new InetSocketAddress("0.0.0.0", 0));
            int port = holder.getLocalPort();
            DeploymentSpec spec =
                    one(ground.container("plain", port, Map.of(ProbeKind.READINESS, probe(port, "/ready"))), ENDING);

            assertThatThrownBy(() -> deployments.apply(spec, Traffic.none()))
                    .hasMessageContaining("needs port %d, which another process holds".formatted(port))
                    .hasMessageContaining("another containerPort");
            assertThat(ground.machines().status()).isEmpty();
        }
    }

    @Test
    void aPodThatDoesNotLiveIsStartedAgain() {
        // Without it the liveness probe would end a program that is only slow to start.
        var started = new Probe(PORT, "/ready", Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1), 60);
        PodStatus pod = start(Map.of(
                ProbeKind.STARTUP, started, ProbeKind.READINESS, READY, ProbeKind.LIVENESS, probe(PORT, "/live")));
        long pid = ground.pid(pod.name());
        ground.get(pod, "die");

        assertThat(Pause.until(
                        SOON,
                        () -> ground.pid(pod.name()) != pid
                                && deployments.pods("api").getFirst().ready()))
                .isTrue();
        assertThat(ground.machines().logTail(pod.name(), 20))
                .anyMatch(line -> line.contains("it does not live: GET ") && line.contains("/live: status 503"));
    }

    @Test
    void aPodIsReadyOnlyWhenItHasStarted() {
        var slow = new Probe(PORT, "/started", Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1), 30);

        PodStatus pod = start(Map.of(ProbeKind.READINESS, READY, ProbeKind.STARTUP, slow));

        // The server answers the startup probe well from the third time on.
        assertThat(Integer.parseInt(ground.get(pod, "asked"))).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aPodThatDoesNotStartInTimeIsStartedAgain() {
        var never = new Probe(PORT, "/never", Duration.ZERO, Duration.ofMillis(500), Duration.ofSeconds(1), 2);
        var container = ground.container("plain", PORT, Map.of(ProbeKind.READINESS, READY, ProbeKind.STARTUP, never));
        var spec = new DeploymentSpec("api", "urn:api", 1, container, ENDING, Duration.ofSeconds(5));

        assertThatThrownBy(() -> deployments.apply(spec, Traffic.none()))
                .hasMessageContaining("/never: ")
                .hasMessageContaining("it has not started");
    }

    @Test
    void aHookRunsBeforeThePodIsAskedToEnd() throws IOException {
        Path file = folder.resolve("hook");
        var hook = List.of("/bin/sh", "-c", "echo \"$MODE\" > " + file);
        var container = ground.container("plain", PORT, Map.of(ProbeKind.READINESS, READY));
        deployments.apply(one(container, new Ending(hook, Duration.ofSeconds(5))), Traffic.none());

        deployments.remove("api");

        assertThat(Files.readString(file).strip()).isEqualTo("plain");
    }

    @Test
    void aHookThatTakesTooLongKeepsNoPodFromEnding() {
        var container = ground.container("plain", PORT, Map.of(ProbeKind.READINESS, READY));
        deployments.apply(one(container, new Ending(List.of("sleep", "60"), Duration.ofSeconds(1))), Traffic.none());
        long start = System.nanoTime();

        deployments.remove("api");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        assertThat(ground.machines().status()).isEmpty();
    }

    @Test
    void aLimitOfTheMemoryIsWhatTheJvmTakesItsHeapFrom() {
        var container = ground.container("plain", PORT, Map.of(ProbeKind.READINESS, READY))
                .limitedTo(256L << 20);

        PodStatus pod =
                deployments.apply(one(container, ENDING), Traffic.none()).getFirst();

        assertThat(ground.get(pod, "jvm")).contains("-XX:MaxRAM=268435456");
    }

    private PodStatus start(Map<ProbeKind, Probe> probes) {
        return deployments
                .apply(one(ground.container("plain", PORT, probes), ENDING), Traffic.none())
                .getFirst();
    }
}
