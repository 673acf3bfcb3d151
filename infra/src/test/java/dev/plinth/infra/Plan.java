package dev.plinth.infra;

import com.pulumi.Context;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import dev.plinth.infra.Cloud.Declared;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.image.BuildContext;
import dev.plinth.infra.recovery.RecoveryStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What the program declares for an environment, and what it exports. */
public record Plan(List<Declared> resources, Map<String, Object> outputs, List<String> errors) {

    private static final int ATTEMPTS = 3;
    private static final Map<String, Plan> FIRST_RUNS = new ConcurrentHashMap<>();

    /** The plan of a committed stack's first run. */
    public static Plan of(String stack) {
        return FIRST_RUNS.computeIfAbsent(stack, name -> of(Environment.of(StackFiles.settings(name)), Map.of()));
    }

    /** The plan of a committed stack's first run with some settings changed, written as in a stack file. */
    public static Plan of(String stack, String changes) {
        var changed = StackFiles.settings(stack, "config:\n" + changes.indent(2));
        return of(Environment.of(StackFiles.merged(StackFiles.settings(stack), changed)), Map.of());
    }

    /** The plan of a run that comes after one with the given outputs. */
    public static Plan of(Environment environment, Map<String, Object> previousOutputs) {
        return run(
                previousOutputs,
                environment.identity().stack(),
                context -> Platform.build(context, environment, appFolder()));
    }

    /** The plan of a stack that is a copy of another one's database. */
    public static Plan of(RecoveryStack copy) {
        return run(Map.of(), copy.stack(), context -> Restoration.build(context, copy));
    }

    /** What components declare by themselves, in the scope of the local stack. */
    public static Plan ofComponents(Consumer<Scope> components) {
        return ofComponents("local", components);
    }

    /**
     * What components declare by themselves, in the scope of a committed stack. They are declared in another thread: one
     * that a static initializer waits for would wait for the class.
     */
    public static Plan ofComponents(String stack, Consumer<Scope> components) {
        var identity = Environment.of(StackFiles.settings(stack)).identity();
        return run(Map.of(), identity.stack(), context -> components.accept(Providers.scope(identity)));
    }

    private static Plan run(Map<String, Object> previousOutputs, String stack, Consumer<Context> program) {
        for (int attempt = 1; ; attempt++) {
            var plan = runOnce(previousOutputs, stack, program);
            if (attempt == ATTEMPTS || plan.errors().stream().noneMatch(Plan::isRaceOfTheSdk)) {
                return plan;
            }
        }
    }

    private static Plan runOnce(Map<String, Object> previousOutputs, String stack, Consumer<Context> program) {
        var cloud = new Cloud(previousOutputs);
        try {
            var options =
                    TestOptions.builder().projectName("plinth").stackName(stack).build();
            var result = PulumiTest.withMocks(cloud).withOptions(options).runTest(program);
            var outputs = new HashMap<String, Object>();
            if (result.exceptions().isEmpty()) {
                result.outputs().forEach((name, output) -> outputs.put(name, PulumiTest.extractValue(output)));
            }
            return new Plan(cloud.declared(), outputs, result.errors());
        } finally {
            PulumiTest.cleanup();
        }
    }

    /**
     * com.pulumi 1.36.1 copies a set that another of its threads still fills: about one plan in a hundred fails with what
     * the copy stumbles over. It is no fault of the program's, and another run does not have it.
     */
    private static boolean isRaceOfTheSdk(String error) {
        return error.contains("ImmutableSet.copyOf") && error.contains("DeploymentImpl$Prepare");
    }

    public List<Declared> all(String type) {
        return resources.stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    public Declared one(String type, String name) {
        return all(type).stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s named %s".formatted(type, name)));
    }

    private static BuildContext appFolder() {
        try {
            var folder = Files.createDirectories(Path.of("target/app-of-tests"));
            Files.createDirectories(folder.resolve("target/libs"));
            Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\n");
            Files.writeString(folder.resolve("target/app.jar"), "jar");
            return new BuildContext(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
