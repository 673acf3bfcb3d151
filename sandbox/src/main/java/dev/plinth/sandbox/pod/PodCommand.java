package dev.plinth.sandbox.pod;

import dev.plinth.sandbox.certificate.TrustStore;
import dev.plinth.sandbox.image.Image;
import dev.plinth.sandbox.machine.Launch;
import dev.plinth.sandbox.machine.MachineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How an image's program is started on this machine: the same for every pod of it but for the pod's own facts. */
final class PodCommand {
    private static final String JAVA = "java";

    private final Image image;
    private final TrustStore trustStore;
    private final ImagePaths paths;
    private final Path javaHome = Path.of(System.getProperty("java.home"));

    PodCommand(Image image, TrustStore trustStore) {
        this.image = image;
        this.trustStore = trustStore;
        this.paths = new ImagePaths(image.root());
    }

    Launch launch(ContainerSpec container, PodFacts facts) {
        Path directory = paths.inside(image.configuration().workingDirectory());
        return new Launch(command(container), environment(container, facts), directory);
    }

    private List<String> command(ContainerSpec container) {
        List<String> words = words(container);
        if (words.isEmpty()) {
            throw new MachineException(
                    "image %s has no entrypoint and the container no command".formatted(image.digest()));
        }
        var command = new ArrayList<String>();
        String program = words.getFirst();
        if (isJava(program)) {
            command.add(javaHome.resolve("bin").resolve(JAVA).toString());
            // As a company's base image would bring its own authority with its JDK.
            command.addAll(trustStore.jvmOptions());
            if (container.memoryBytes() > 0) {
                // What a JVM reads from its container's limit, its heap's share of which the image may set.
                command.add("-XX:MaxRAM=" + container.memoryBytes());
            }
        } else {
            command.add(paths.mapped(program));
        }
        words.stream().skip(1).map(paths::mapped).forEach(command::add);
        return command;
    }

    /** A command that is run beside the image's program, such as a hook. */
    List<String> beside(List<String> words) {
        return words.stream()
                .map(word -> word.equals(words.getFirst()) && isJava(word)
                        ? javaHome.resolve("bin").resolve(JAVA).toString()
                        : paths.mapped(word))
                .toList();
    }

    /** As in Kubernetes: a command of the container's own also stands instead of the image's arguments. */
    private List<String> words(ContainerSpec container) {
        boolean ownCommand = !container.command().isEmpty();
        List<String> program =
                ownCommand ? container.command() : image.configuration().entrypoint();
        boolean ownArguments = ownCommand || !container.arguments().isEmpty();
        List<String> arguments =
                ownArguments ? container.arguments() : image.configuration().arguments();
        return Stream.concat(program.stream(), arguments.stream()).toList();
    }

    /** The JDK of a base image is not here, wherever it would be: this machine's stands for it. */
    private boolean isJava(String program) {
        return program.equals(JAVA)
                || (program.endsWith("/bin/java") && paths.mapped(program).equals(program));
    }

    private SortedMap<String, String> environment(ContainerSpec container, PodFacts facts) {
        var environment = new TreeMap<>(image.configuration().environment());
        environment.put("PATH", javaHome.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin");
        environment.put("JAVA_HOME", javaHome.toString());
        container.environment().forEach((name, value) -> environment.put(name, text(value, facts)));
        return environment;
    }

    private static String text(EnvironmentValue value, PodFacts facts) {
        return switch (value) {
            case EnvironmentValue.Literal literal -> literal.value();
            case EnvironmentValue.PodAddress address -> facts.host();
            case EnvironmentValue.PodName name -> facts.name();
        };
    }
}
