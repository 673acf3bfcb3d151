package dev.plinth.sandbox.pod;

import dev.plinth.sandbox.certificate.TrustStore;
import dev.plinth.sandbox.image.Image;
import dev.plinth.sandbox.image.ImageStore;
import dev.plinth.sandbox.machine.AddressBook;
import dev.plinth.sandbox.machine.Claim;
import dev.plinth.sandbox.machine.Launch;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.StopRule;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Where containers live on this machine, and how they are started there. */
final class Containers {
    private final ImageStore images;
    private final TrustStore trustStore;
    private final AddressBook addresses;

    Containers(Machines machines, ImageStore images, TrustStore trustStore) {
        this.images = images;
        this.trustStore = trustStore;
        this.addresses = machines.addresses();
    }

    /** The options that every JVM of the sandbox gets. */
    List<String> jvmOptions() {
        return trustStore.jvmOptions();
    }

    Launch launch(ContainerSpec container, PodFacts facts) {
        return command(container, facts.name()).launch(container, facts);
    }

    StopRule stop(ContainerSpec container, Ending ending, String pod) {
        return new StopRule(
                StopRule.Signal.TERM, ending.grace(), command(container, pod).beside(ending.preStop()));
    }

    private PodCommand command(ContainerSpec container, String pod) {
        Image image = images.find(container.imageDigest())
                .orElseThrow(() -> new MachineException("%s: the sandbox has no image %s: build it with a docker.Image"
                        .formatted(pod, container.imageDigest())));
        return new PodCommand(image, trustStore);
    }

    /** An address for the pod on which its ports are free. */
    Claim claim(String pod, Collection<Integer> ports) {
        Claim claim = addresses.claim(owner(pod), new TreeSet<>(ports));
        // A pod listens where its environment tells it to, so another port would help nobody.
        claim.moved().keySet().stream().findFirst().ifPresent(port -> {
            release(pod);
            throw new MachineException("%s needs port %d, which another process holds on all addresses of this machine:"
                            .formatted(pod, port)
                    + " stop that process (ss -ltnp 'sport = :%d' shows it), or give the container another"
                            .formatted(port)
                    + " containerPort and tell its program so by the environment");
        });
        return claim;
    }

    Optional<Claim> address(String pod) {
        return addresses.find(owner(pod));
    }

    void release(String pod) {
        addresses.release(owner(pod));
    }

    private static String owner(String pod) {
        return "pod/" + pod;
    }
}
