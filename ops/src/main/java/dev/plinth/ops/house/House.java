package dev.plinth.ops.house;

import dev.plinth.ops.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The checkout that this command belongs to, and the user's folders for its state and its cache. */
public record House(Path home, Path state, Path cache, String buildId) {
    /** The folder inside a pack's that has a file of configuration for each stack that needs one. */
    public static final String PACK_CONFIGURATIONS = "config";

    private static final Pattern STACK_FILE = Pattern.compile("Pulumi\\.([a-z][a-z0-9-]*)\\.yaml");

    /** Reads the properties that the script {@code plinth} sets. */
    public static House from(Properties properties) {
        return new House(
                path(properties, "plinth.home"),
                path(properties, "plinth.state"),
                path(properties, "plinth.cache"),
                properties.getProperty("plinth.buildId", "unknown"));
    }

    /** The folders of a stack, which must have a file of configuration in the checkout. */
    public StackHome stack(String name) {
        if (!stacks().contains(name)) {
            throw Failure.usage(
                    "there is no stack \"%s\"".formatted(name),
                    "expected one of: " + String.join(", ", stacks()),
                    "a new stack starts with a file Pulumi.%s.yaml beside Pulumi.yaml".formatted(name));
        }
        return new StackHome(name, state.resolve(name));
    }

    /** The stacks that the checkout has configuration for, in alphabetical order. */
    public List<String> stacks() {
        var names = home.toFile().list();
        return names == null
                ? List.of()
                : List.of(names).stream()
                        .map(STACK_FILE::matcher)
                        .filter(Matcher::matches)
                        .map(match -> match.group(1))
                        .sorted()
                        .toList();
    }

    /** The Pulumi program as the script {@code plinth} has built it of the sources that are there. */
    public Path program() {
        return home.resolve("target/program/program.jar");
    }

    /** The folders of the policy packs that every run passes. */
    public List<Path> policyPacks() {
        return List.of(home.resolve("policies/security"), home.resolve("policies/backup"));
    }

    private static Path path(Properties properties, String key) {
        var value = properties.getProperty(key);
        if (value == null || value.isBlank()) {
            throw Failure.usage("the property %s is not set".formatted(key), "start this command by the script plinth");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }
}
