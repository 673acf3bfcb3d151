package dev.plinth.sandbox.reconcile;

import dev.plinth.sandbox.value.Properties;
import java.util.Optional;

/** Ports of a Deployment's containers by name. */
final class ContainerPorts {
    private ContainerPorts() {}

    static Optional<Integer> named(Properties deployment, String name) {
        return deployment.in("spec").in("template").in("spec").each("containers").stream()
                .flatMap(container -> container.each("ports").stream())
                .filter(port -> port.text("name").filter(name::equals).isPresent())
                .flatMap(port -> port.whole("containerPort").stream())
                .findFirst();
    }
}
