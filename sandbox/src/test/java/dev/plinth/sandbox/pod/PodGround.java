package dev.plinth.sandbox.pod;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.image.Image;
import dev.plinth.sandbox.image.ImageStore;
import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.pod.EnvironmentValue.Literal;
import dev.plinth.sandbox.pod.EnvironmentValue.PodAddress;
import dev.plinth.sandbox.pod.EnvironmentValue.PodName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A folder with the server's image, in which deployments run; closing it ends all of them. */
final class PodGround implements AutoCloseable {
    static final int PORT = 8080;
    static final Duration SOON = Duration.ofSeconds(30);

    private final Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ImageStore images;
    private final CertificateAuthority authority;
    private final Image image;
    private Machines machines;

    PodGround(Path folder) throws IOException {
        this.folder = folder;
        this.machines = Machines.open(folder.resolve("state"));
        this.images = new ImageStore(folder.resolve("images"));
        this.authority = CertificateAuthority.open(folder.resolve("certificates"));
        this.image = ServerImage.build(images, folder.resolve("context"));
    }

    Machines machines() {
        return machines;
    }

    Image image() {
        return image;
    }

    CertificateAuthority authority() {
        return authority;
    }

    HttpClient client() {
        return client;
    }

    /** Deployments as a daemon finds them when it starts. */
    Deployments deployments() {
        return new Deployments(machines, images, authority.trustStore());
    }

    /** Ends the supervision and takes it up again, as a new daemon does. */
    void reopen() {
        machines.close();
        machines = Machines.open(folder.resolve("state"));
    }

    long pid(String pod) {
        return machines.find(pod).orElseThrow().pid();
    }

    String get(PodStatus pod, String path) {
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

    DeploymentSpec spec(String name, int replicas, String mode) {
        Duration deadline = mode.equals("waiting") ? Duration.ofSeconds(5) : Duration.ofMinutes(1);
        return new DeploymentSpec(
                name,
                "urn:" + name,
                replicas,
                container(mode, PORT, Map.of(ProbeKind.READINESS, probe(PORT, "/ready"))),
                Ending.within(Duration.ofSeconds(5)),
                deadline);
    }

    /** One pod of that container. */
    static DeploymentSpec one(ContainerSpec container, Ending ending) {
        return new DeploymentSpec("api", "urn:api", 1, container, ending, Duration.ofMinutes(1));
    }

    ContainerSpec container(String mode, int port, Map<ProbeKind, Probe> probes) {
        Map<String, EnvironmentValue> environment = Map.of(
                "MODE", new Literal(mode),
                "PORT", new Literal(String.valueOf(port)),
                "HOST", new PodAddress(),
                "NAME", new PodName());
        return ContainerSpec.of(image.digest(), environment, List.of(port), probes);
    }

    static Probe probe(int port, String path) {
        return new Probe(port, path, Duration.ZERO, Duration.ofMillis(100), Duration.ofSeconds(2), 2);
    }

    @Override
    public void close() {
        machines.removeAll();
        machines.close();
    }
}
