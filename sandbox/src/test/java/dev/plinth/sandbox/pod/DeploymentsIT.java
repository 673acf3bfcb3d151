package dev.plinth.sandbox.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.disk.Json;
import dev.plinth.sandbox.image.Image;
import dev.plinth.sandbox.image.ImageStore;
import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.MachineStatus;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pause;
import dev.plinth.sandbox.machine.Ports;
import dev.plinth.sandbox.pod.EnvironmentValue.Literal;
import dev.plinth.sandbox.pod.EnvironmentValue.PodAddress;
import dev.plinth.sandbox.pod.EnvironmentValue.PodName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeploymentsIT {
    private static final int PORT = 8080;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String HOME = System.getProperty("java.home");

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Machines machines;
    private ImageStore images;
    private CertificateAuthority authority;
    private Image image;
    private Deployments deployments;

    @BeforeEach
    void open() throws IOException {
        machines = Machines.open(folder.resolve("state"));
        images = new ImageStore(folder.resolve("images"));
        authority = CertificateAuthority.open(folder.resolve("certificates"));
        image = ServerImage.build(images, folder.resolve("context"));
        deployments = new Deployments(machines, images, authority.trustStore());
    }

    @AfterEach
    void removeEverything() {
        machines.removeAll();
        machines.close();
    }

    @Test
    void aPodGetsExactlyTheDeclaredEnvironmentAndTheImagesProgram() {
        PodStatus pod =
                deployments.apply(spec("api", 1, "plain"), Traffic.none()).getFirst();

        assertThat(pod.ready()).isTrue();
        assertThat(pod.endpoint(PORT).port()).isEqualTo(PORT);
        assertThat(get(pod, "environment").lines())
                .containsExactly(
                        "FLAVOUR=two words",
                        "HOST=" + pod.address().host(),
                        "JAVA_HOME=" + HOME,
                        "MODE=plain",
                        "NAME=" + pod.name(),
                        "PATH=" + HOME + "/bin:/usr/local/bin:/usr/bin:/bin",
                        "PORT=" + PORT);
        assertThat(get(pod, "start").lines())
                .containsExactly(
                        "of the image",
                        authority.trustStore().file().toString(),
                        image.root().resolve("srv").toString(),
                        image.root().resolve("srv/classes").toString());
    }

    @Test
    void removingADeploymentLeavesNothing() {
        PodStatus pod =
                deployments.apply(spec("api", 1, "plain"), Traffic.none()).getFirst();
        long pid = pid(pod.name());

        deployments.remove("api");

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(machines.status()).isEmpty();
        assertThat(deployments.pods("api")).isEmpty();
        assertThat(Ports.free(pod.address().host(), PORT)).isTrue();
        assertThat(folder.resolve("state/pods")).isEmptyDirectory();
        assertThat(machines.addresses().find("pod/" + pod.name())).isEmpty();
        deployments.remove("api");
    }

    @Test
    void aChangedContainerReplacesItsPodsWithoutAGap() throws InterruptedException {
        var traffic = new SteadyClient(client);
        List<PodStatus> blue = deployments.apply(spec("api", 2, "blue"), traffic);
        traffic.start();

        List<PodStatus> green = deployments.apply(spec("api", 2, "green"), traffic);
        Pause.of(Duration.ofMillis(200));
        traffic.stop();

        assertThat(traffic.failures()).isEmpty();
        assertThat(traffic.answers()).containsExactlyInAnyOrder("blue", "green");
        assertThat(machines.status()).extracting(MachineStatus::name).containsExactlyElementsOf(names(green));
        assertThat(names(green)).doesNotContainAnyElementsOf(names(blue));
    }

    @Test
    void replicasComeAndGoBesideThoseThatStay() {
        PodStatus first =
                deployments.apply(spec("api", 1, "plain"), Traffic.none()).getFirst();
        long pid = pid(first.name());

        assertThat(deployments.apply(spec("api", 2, "plain"), Traffic.none()))
                .hasSize(2)
                .allMatch(PodStatus::ready)
                .extracting(pod -> pod.address().host())
                .doesNotHaveDuplicates();
        assertThat(deployments.apply(spec("api", 1, "plain"), Traffic.none())).containsExactly(first);
        assertThat(pid(first.name())).isEqualTo(pid);
        assertThat(deployments.apply(spec("api", 0, "plain"), Traffic.none())).isEmpty();
        assertThat(machines.status()).isEmpty();
    }

    @Test
    void podsThatKeepDyingAreReportedWithTheirLastWordsAndTheOldOnesStay() {
        PodStatus old =
                deployments.apply(spec("api", 1, "plain"), Traffic.none()).getFirst();

        assertThatThrownBy(() -> deployments.apply(spec("api", 1, "broken"), Traffic.none()))
                .isInstanceOf(MachineException.class)
                .hasMessageContaining("keeps ending before it is ready")
                .hasMessageContaining("the disk is on fire");

        assertThat(deployments.pods("api")).containsExactly(old);
        assertThat(machines.status()).hasSize(1);
    }

    @Test
    void aPodThatDoesNotBecomeReadyIsReportedWithWhatItsProbeSaw() {
        assertThatThrownBy(() -> deployments.apply(spec("api", 1, "waiting"), Traffic.none()))
                .hasMessageContaining("is not ready after 5 s")
                .hasMessageContaining(":8080/ready: status 503")
                .hasMessageContaining("the server starts waiting");

        assertThat(machines.status()).isEmpty();
        assertThat(deployments.pods("api")).isEmpty();
    }

    @Test
    void whenTrafficCannotMoveItStaysWithTheOldPods() {
        List<PodStatus> old = deployments.apply(spec("api", 1, "blue"), Traffic.none());
        var moves = new ArrayList<List<PodStatus>>();
        Traffic stuck = ready -> {
            moves.add(ready);
            if (!ready.equals(old)) {
                throw new MachineException("the load balancer is stuck");
            }
        };

        assertThatThrownBy(() -> deployments.apply(spec("api", 1, "green"), stuck))
                .hasMessageContaining("is stuck");

        assertThat(moves.getLast()).isEqualTo(old);
        assertThat(deployments.pods("api")).isEqualTo(old);
    }

    @Test
    void aPodThatDiedIsStartedAgainAtItsAddress() {
        PodStatus pod =
                deployments.apply(spec("api", 1, "plain"), Traffic.none()).getFirst();
        long pid = pid(pod.name());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);

        assertThat(Pause.until(SOON, () -> deployments.pods("api").equals(List.of(pod)) && pid(pod.name()) != pid))
                .isTrue();
        assertThat(get(pod, "mode")).isEqualTo("plain");
    }

    @Test
    void aPodThatSaysThatItIsNotReadyIsNotReady() {
        PodStatus pod =
                deployments.apply(spec("api", 1, "plain"), Traffic.none()).getFirst();
        get(pod, "unready");

        assertThat(Pause.until(SOON, () -> !deployments.pods("api").getFirst().ready()))
                .isTrue();
    }

    @Test
    void podsOutliveTheirDaemonAndAreFoundAgain() {
        PodStatus pod =
                deployments.apply(spec("api", 1, "plain"), Traffic.none()).getFirst();
        long pid = pid(pod.name());
        machines.close();

        machines = Machines.open(folder.resolve("state"));
        var found = new Deployments(machines, images, authority.trustStore());

        assertThat(found.pods("api")).containsExactly(pod);
        assertThat(found.apply(spec("api", 1, "plain"), Traffic.none())).containsExactly(pod);
        assertThat(pid(pod.name())).isEqualTo(pid);
    }

    @Test
    void podsOfAChangeThatItsDaemonDidNotFinishAreRemoved() {
        DeploymentSpec spec = spec("api", 1, "plain");
        PodStatus pod = deployments.apply(spec, Traffic.none()).getFirst();
        Json.write(folder.resolve("state/pods/api.json"), new DeploymentRecord(spec, List.of(), List.of(pod.name())));

        var found = new Deployments(machines, images, authority.trustStore());

        assertThat(Pause.until(SOON, () -> machines.status().isEmpty())).isTrue();
        assertThat(found.pods("api")).isEmpty();
    }

    @Test
    void aPortThatSomebodyHoldsEverywhereIsNamed() throws IOException {
        try (var holder = new ServerSocket()) {
            holder.bind(new InetSocketAddress("0.0.0.0", 0));
            int port = holder.getLocalPort();
            DeploymentSpec spec = spec("api", 1, "plain", port);

            assertThatThrownBy(() -> deployments.apply(spec, Traffic.none()))
                    .hasMessageContaining("needs port %d, which another process holds".formatted(port))
                    .hasMessageContaining("another containerPort");
            assertThat(machines.status()).isEmpty();
        }
    }

    private static List<String> names(List<PodStatus> pods) {
        return pods.stream().map(PodStatus::name).toList();
    }

    private long pid(String pod) {
        return machines.find(pod).orElseThrow().pid();
    }

    private String get(PodStatus pod, String path) {
        return get(client, pod.endpoint(PORT), path);
    }

    static String get(HttpClient client, Endpoint endpoint, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://%s/%s".formatted(endpoint, path)))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private DeploymentSpec spec(String name, int replicas, String mode) {
        return spec(name, replicas, mode, PORT);
    }

    private DeploymentSpec spec(String name, int replicas, String mode, int port) {
        Map<String, EnvironmentValue> environment = Map.of(
                "MODE", new Literal(mode),
                "PORT", new Literal(String.valueOf(port)),
                "HOST", new PodAddress(),
                "NAME", new PodName());
        var probe = new Probe(port, "/ready", Duration.ZERO, Duration.ofMillis(100), Duration.ofSeconds(2), 2);
        var container =
                ContainerSpec.of(image.digest(), environment, List.of(port), Map.of(ProbeKind.READINESS, probe));
        Duration deadline = mode.equals("waiting") ? Duration.ofSeconds(5) : Duration.ofMinutes(1);
        return new DeploymentSpec(name, "urn:" + name, replicas, container, Duration.ofSeconds(5), deadline);
    }
}
