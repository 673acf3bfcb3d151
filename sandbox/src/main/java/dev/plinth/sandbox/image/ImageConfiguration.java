package dev.plinth.sandbox.image;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an image says about running it. */
public record ImageConfiguration(
        List<String> entrypoint, SortedMap<String, String> environment, String workingDirectory, List<Integer> ports) {
    public ImageConfiguration {
        entrypoint = List.copyOf(entrypoint);
        environment = new TreeMap<>(environment);
        ports = List.copyOf(ports);
    }
}
