package dev.plinth.sandbox.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The command of a process, all of its environment (nothing is inherited) and its working directory. */
public record Launch(List<String> command, SortedMap<String, String> environment, Path directory) {
    public Launch {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a launch needs a command");
        }
        command = List.copyOf(command);
        environment = new TreeMap<>(environment);
    }

    public static Launch of(List<String> command, Map<String, String> environment, Path directory) {
        return new Launch(command, new TreeMap<>(environment), directory);
    }
}
