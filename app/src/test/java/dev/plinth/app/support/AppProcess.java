package dev.plinth.app.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The app as it is shipped: its jar, in a process of its own with nothing but these variables. */
public final class AppProcess implements AutoCloseable {
    private static final long EXIT_SECONDS_MAX = 60;

    private final Process process;
    private final Path output;
    private final Path errors;

    public AppProcess(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        this(folder, environment, List.of("java", "-jar", "app.jar"), arguments);
    }

    /** By a command line that begins with {@code java}, in the folder of the jar. */
    public AppProcess(Path folder, Map<String, String> environment, List<String> entrypoint, String... arguments)
            throws IOException {
        output = folder.resolve("stdout");
        errors = folder.resolve("stderr");
        var command = new ArrayList<>(entrypoint);
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(Path.of("target").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        process = builder.redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
    }

    /** What Kubernetes sends to end a pod. */
    public void terminate() {
        process.destroy();
    }

    /** Ends it at once, as a machine that breaks down does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(EXIT_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new AssertionError("The app did not end");
        }
        return process.exitValue();
    }

    public List<String> output() throws IOException {
        return Files.readAllLines(output);
    }

    public String errors() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
    }
}
