package dev.plinth.sandbox.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Follows the instructions of a Dockerfile's final stage; what it cannot follow, it refuses rather than skips. */
final class FinalStage {
    private static final Pattern PORT = Pattern.compile("(\\d{1,5})(/tcp)?");
    private static final Path ROOT = Path.of("/");

    private final SortedMap<String, String> environment = new TreeMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private final List<Integer> ports = new ArrayList<>();
    private final List<Copy> copies = new ArrayList<>();
    private List<String> entrypoint = List.of();
    private List<String> arguments = List.of();
    private Path workingDirectory = ROOT;

    private FinalStage() {}

    static Recipe read(Dockerfile dockerfile) {
        var stage = new FinalStage();
        dockerfile.finalStage().forEach(stage::follow);
        if (stage.entrypoint.isEmpty() && stage.arguments.isEmpty()) {
            throw new ImageException(
                    "%s: the final stage has no ENTRYPOINT, and the sandbox does not know its base image's:"
                                    .formatted(dockerfile.file())
                            + " add one, as in ENTRYPOINT [\"java\", \"-jar\", \"app.jar\"]");
        }
        var configuration = new ImageConfiguration(
                stage.entrypoint, stage.arguments, stage.environment, stage.workingDirectory.toString(), stage.ports);
        return new Recipe(configuration, stage.copies);
    }

    private void follow(Instruction instruction) {
        switch (instruction.keyword()) {
            case "WORKDIR" -> workingDirectory = absolute(only(instruction));
            case "ENV" -> environment(instruction);
            case "ARG" -> argument(instruction);
            case "EXPOSE" -> words(instruction).forEach(word -> ports.add(port(instruction, word)));
            case "COPY" -> copy(instruction);
            case "ENTRYPOINT" -> {
                entrypoint = instruction.elements();
                // As in Docker, a CMD that was meant for another entrypoint does not count any more.
                arguments = List.of();
            }
            case "CMD" -> arguments = instruction.elements();
            // They say nothing about the files or the program: a process here is its user's, as everything of the
            // sandbox, and Kubernetes ignores an image's HEALTHCHECK too.
            case "USER", "LABEL", "HEALTHCHECK", "STOPSIGNAL" -> {}
            default -> throw instruction.refused(Refusals.of(instruction.keyword()));
        }
    }

    private void environment(Instruction instruction) {
        List<String> words = words(instruction);
        if (words.isEmpty()) {
            throw instruction.refused("names no variable: expected ENV NAME=VALUE");
        }
        if (!words.getFirst().contains("=")) {
            set(words.getFirst(), String.join(" ", words.subList(1, words.size())));
            return;
        }
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw instruction.refused("has '%s': expected NAME=VALUE".formatted(word));
            }
            set(word.substring(0, equals), word.substring(equals + 1));
        }
    }

    private void set(String name, String value) {
        environment.put(name, value);
        variables.put(name, value);
    }

    private void argument(Instruction instruction) {
        for (String word : words(instruction)) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                // As in Docker, an ENV of the same name wins.
                variables.putIfAbsent(word.substring(0, equals), word.substring(equals + 1));
            }
        }
    }

    private void copy(Instruction instruction) {
        List<String> words = instruction.execForm() ? instruction.elements() : new ArrayList<>(words(instruction));
        List<String> flags =
                words.stream().takeWhile(word -> word.startsWith("--")).toList();
        // What another stage or image gives is not in the context; the base image itself is not here either.
        if (flags.stream().anyMatch(flag -> flag.startsWith("--from="))) {
            return;
        }
        for (String flag : flags) {
            if (!flag.startsWith("--chown=") && !flag.startsWith("--link")) {
                throw instruction.refused(
                        "has the flag %s, which the sandbox does not know: remove it".formatted(flag));
            }
        }
        List<String> paths = words.subList(flags.size(), words.size());
        if (paths.size() < 2 || paths.getFirst().startsWith("<<")) {
            throw instruction.refused("%s: expected COPY SOURCE... DESTINATION".formatted(instruction.text()));
        }
        String destination = paths.getLast();
        boolean intoFolder = paths.size() > 2 || destination.endsWith("/") || destination.matches("(.*/)?\\.\\.?");
        copies.add(new Copy(
                instruction.place(),
                paths.subList(0, paths.size() - 1),
                ROOT.relativize(absolute(destination)).toString(),
                intoFolder || absolute(destination).equals(workingDirectory)));
    }

    private Path absolute(String path) {
        return workingDirectory.resolve(path).normalize();
    }

    private String only(Instruction instruction) {
        List<String> words = words(instruction);
        if (words.size() != 1) {
            throw instruction.refused("'%s': expected one path".formatted(instruction.text()));
        }
        return words.getFirst();
    }

    private static int port(Instruction instruction, String word) {
        var matcher = PORT.matcher(word);
        if (!matcher.matches()) {
            throw instruction.refused("'%s': expected a TCP port's number".formatted(word));
        }
        return Integer.parseInt(matcher.group(1));
    }

    private List<String> words(Instruction instruction) {
        return Words.of(instruction, variables);
    }
}
