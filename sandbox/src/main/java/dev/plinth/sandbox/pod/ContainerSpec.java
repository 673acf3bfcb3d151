package dev.plinth.sandbox.pod;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A container: its image by digest, its command and arguments (instead of the image's when not empty), the environment
 * on top of the image's, the ports that it listens on, and how it is watched.
 *
 * @param memoryBytes the most memory that it may use, 0 for no limit
 */
public record ContainerSpec(
        String imageDigest,
        List<String> command,
        List<String> arguments,
        SortedMap<String, EnvironmentValue> environment,
        List<Integer> ports,
        SortedMap<ProbeKind, Probe> probes,
        long memoryBytes) {
    public ContainerSpec {
        command = List.copyOf(command);
        arguments = List.copyOf(arguments);
        environment = new TreeMap<>(environment);
        ports = List.copyOf(ports);
        probes = new TreeMap<>(probes);
    }

    /** The image's own program, watched by these probes. */
    public static ContainerSpec of(
            String imageDigest,
            Map<String, EnvironmentValue> environment,
            List<Integer> ports,
            Map<ProbeKind, Probe> probes) {
        return new ContainerSpec(
                imageDigest, List.of(), List.of(), new TreeMap<>(environment), ports, new TreeMap<>(probes), 0);
    }

    /** This container with a program of its own. */
    public ContainerSpec running(List<String> program) {
        return new ContainerSpec(imageDigest, program, List.of(), environment, ports, probes, memoryBytes);
    }

    /** This container with a limit on its memory. */
    public ContainerSpec limitedTo(long bytes) {
        return new ContainerSpec(imageDigest, command, arguments, environment, ports, probes, bytes);
    }

    Optional<Probe> probe(ProbeKind kind) {
        return Optional.ofNullable(probes.get(kind));
    }
}
