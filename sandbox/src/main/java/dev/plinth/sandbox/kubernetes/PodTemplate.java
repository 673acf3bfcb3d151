package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.image.ImageStore;
import dev.plinth.sandbox.pod.ContainerSpec;
import dev.plinth.sandbox.pod.Ending;
import dev.plinth.sandbox.pod.Probe;
import dev.plinth.sandbox.pod.ProbeKind;
import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.value.Properties;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The pod template of a Deployment or a Job as the container that runs on this machine. */
final class PodTemplate {
    private static final String PATH = "spec.template.spec.";
    private static final Map<ProbeKind, String> FIELDS = Map.of(
            ProbeKind.STARTUP, "startupProbe",
            ProbeKind.READINESS, "readinessProbe",
            ProbeKind.LIVENESS, "livenessProbe");
    private static final Pattern SLEEP = Pattern.compile("(/usr)?(/bin/)?sleep");
    /** Kubernetes API, PodSpec. */
    private static final int GRACE_SECONDS = 30;

    private final Objects objects;
    private final ImageStore images;

    PodTemplate(Objects objects, ImageStore images) {
        this.objects = objects;
        this.images = images;
    }

    /** The container of pods that serve, with the readiness probe that tells when they do. */
    ContainerSpec serving(KubernetesObject deployment) {
        var container = container(deployment);
        if (!container.probes().containsKey(ProbeKind.READINESS)) {
            throw refused(
                    "containers[0].readinessProbe.httpGet",
                    "missing, but the sandbox needs it to know when a pod is ready");
        }
        return container;
    }

    ContainerSpec container(KubernetesObject owner) {
        var pod = owner.spec().in("template").in("spec");
        var containers = pod.each("containers");
        if (containers.size() != 1 || !pod.each("initContainers").isEmpty()) {
            throw refused("containers", "the sandbox runs one container a pod; remove the others in a sandbox stack");
        }
        var container = containers.getFirst();
        var ports = container.each("ports").stream()
                .flatMap(port -> port.whole("containerPort").stream())
                .toList();
        if (container.in("lifecycle").has("postStart")) {
            throw refused("containers[0].lifecycle.postStart", "the sandbox runs preStop only");
        }
        return new ContainerSpec(
                digest(container),
                container.texts("command"),
                container.texts("args"),
                new TreeMap<>(new Variables(objects, owner.namespace()).of(container)),
                ports,
                probes(container),
                memory(container));
    }

    /** How the owner's pods end. */
    Ending ending(KubernetesObject owner) {
        var pod = owner.spec().in("template").in("spec");
        var hook = pod.each("containers").getFirst().in("lifecycle").in("preStop");
        if (hook.has("httpGet") || hook.has("tcpSocket")) {
            throw refused("containers[0].lifecycle.preStop", "the sandbox runs exec and sleep only");
        }
        return new Ending(
                waits(hook) ? List.of() : hook.in("exec").texts("command"),
                Duration.ofSeconds(pod.whole("terminationGracePeriodSeconds").orElse(GRACE_SECONDS)));
    }

    /** Whether a hook only gives a load balancer time to notice: here it has, before any pod is stopped. */
    private static boolean waits(Properties hook) {
        var command = hook.in("exec").texts("command");
        return hook.has("sleep")
                || (command.size() == 2 && SLEEP.matcher(command.getFirst()).matches());
    }

    private static long memory(Properties container) {
        return container
                .in("resources")
                .in("limits")
                .text("memory")
                .map(limit -> Quantity.bytes(limit)
                        .orElseThrow(() -> refused(
                                "containers[0].resources.limits.memory",
                                "expected a quantity such as 512Mi, found " + limit)))
                .orElse(0L);
    }

    private String digest(Properties container) {
        var image = container.text("image").orElse("");
        int at = image.lastIndexOf("@sha256:");
        return Optional.of(image.substring(Math.max(0, at + 1)))
                .filter(digest -> at >= 0 && images.find(digest).isPresent())
                .orElseThrow(() -> refused(
                        "containers[0].image",
                        "the sandbox's image store has no %s; it runs the repoDigest of a docker.Image of the program"
                                .formatted(image)));
    }

    private static SortedMap<ProbeKind, Probe> probes(Properties container) {
        var probes = new TreeMap<ProbeKind, Probe>();
        FIELDS.forEach((kind, field) -> {
            if (container.has(field)) {
                probes.put(kind, probe(container, field));
            }
        });
        return probes;
    }

    private static Probe probe(Properties container, String field) {
        var probe = container.in(field);
        var get = probe.in("httpGet");
        if (!get.has("port")) {
            throw refused("containers[0].%s.httpGet".formatted(field), "missing; the sandbox probes by HTTP only");
        }
        return new Probe(
                port(container.each("ports"), get, field),
                get.text("path").orElse("/"),
                Duration.ofSeconds(probe.whole("initialDelaySeconds").orElse(0)),
                Duration.ofSeconds(probe.whole("periodSeconds").orElse(10)),
                Duration.ofSeconds(probe.whole("timeoutSeconds").orElse(1)),
                probe.whole("failureThreshold").orElse(3));
    }

    private static int port(List<Properties> ports, Properties get, String probe) {
        return get.whole("port")
                .orElseGet(() -> ports.stream()
                        .filter(port -> port.text("name").equals(get.text("port")))
                        .flatMap(port -> port.whole("containerPort").stream())
                        .findFirst()
                        .orElseThrow(() -> refused(
                                "containers[0].%s.httpGet.port".formatted(probe),
                                "no port is called " + get.text("port").orElse(""))));
    }

    private static SandboxException refused(String property, String problem) {
        return new SandboxException(PATH + property + ": " + problem);
    }
}
