package dev.plinth.sandbox.pod;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A container: its image by digest, its command and arguments (instead of the image's when not empty), the environment
 * on top of the image's, the ports that it listens on, and how it proves to be ready.
 */
public record ContainerSpec(
        String imageDigest,
        List<String> command,
        List<String> arguments,
        SortedMap<String, EnvironmentValue> environment,
        List<Integer> ports,
        Probe readiness) {
    public ContainerSpec {
        command = List.copyOf(command);
        arguments = List.copyOf(arguments);
        environment = new TreeMap<>(environment);
        ports = List.copyOf(ports);
    }

    public static ContainerSpec of(
            String imageDigest, Map<String, EnvironmentValue> environment, List<Integer> ports, Probe readiness) {
        return new ContainerSpec(imageDigest, List.of(), List.of(), new TreeMap<>(environment), ports, readiness);
    }
}
