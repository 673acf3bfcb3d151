package dev.plinth.sandbox.image;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an image says about running it; the arguments stand behind the entrypoint unless a container brings its own. */
public record ImageConfiguration(
        List<String> entrypoint,
        List<String> arguments,
        SortedMap<String, String> environment,
        String workingDirectory,
        List<Integer> ports) {
    public ImageConfiguration {
        entrypoint = List.copyOf(entrypoint);
        arguments = List.copyOf(arguments);
        environment = new TreeMap<>(environment);
        ports = List.copyOf(ports);
    }
}
