package dev.plinth.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Server;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A project of the sample program and the sample pack in a folder of its own, and the stock CLI to run it. */
final class Workspace implements AutoCloseable {
    private static final int MINUTES_MAX = 5;

    /** What the CLI said and how it ended. */
    record Result(int exitCode, String output) {
        Result succeeds() {
            assertThat(exitCode).as(output).isZero();
            return this;
        }

        Result fails() {
            assertThat(exitCode).as(output).isNotZero();
            return this;
        }
    }

    private final Path folder;
    private final Path tools;
    private final Server provider;

    private Workspace(Path folder, Path tools) throws IOException {
        this.folder = folder;
        this.tools = tools;
        this.provider = EchoProvider.start();
    }

    /** The folder of the stock CLI and its Java language host, if this machine has them. */
    static Optional<Path> tools() {
        String cache = Stream.of(
                        environment("PLINTH_CACHE_HOME"),
                        environment("XDG_CACHE_HOME").map(home -> home + "/plinth"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(System.getProperty("user.home") + "/.cache/plinth");
        try (Stream<Path> built = Files.list(Path.of(cache, "bin"))) {
            return built.filter(tools -> Files.exists(tools.resolve("complete")))
                    .findFirst();
        } catch (IOException none) {
            return Arrays.stream(environment("PATH").orElse("").split(":"))
                    .map(Path::of)
                    .filter(tools -> Files.exists(tools.resolve("pulumi"))
                            && Files.exists(tools.resolve("pulumi-language-java")))
                    .findFirst();
        }
    }

    static Workspace in(Path folder) throws IOException, InterruptedException {
        var workspace = new Workspace(folder, tools().orElseThrow());
        Files.createDirectory(folder.resolve("state"));
        Files.writeString(
                folder.resolve("Pulumi.yaml"),
                "name: demo\nruntime:\n  name: java\n  options:\n    binary: program.jar\n");
        workspace.writeProgram();
        workspace.writePack();
        workspace.pulumi("stack", "init", "dev").succeeds();
        workspace.pulumi("stack", "tag", "set", "team", "data", "--stack", "dev");
        return workspace;
    }

    /** Previews with the pack configured by this JSON. */
    Result preview(String configuration) throws IOException, InterruptedException {
        return withPack("preview --stack dev", configuration);
    }

    /** Brings a stack of its own up with the pack configured by this JSON. */
    Result up(String stack, String configuration) throws IOException, InterruptedException {
        pulumi("stack", "init", stack).succeeds();
        return withPack("up --yes --skip-preview --stack " + stack, configuration);
    }

    /** Judges what is stored of a stack, with the pack configured by this JSON. */
    Result analyze(String stack, String configuration) throws IOException, InterruptedException {
        return withPack("policy analyze --stack " + stack, configuration);
    }

    Result pulumi(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(tools.resolve("pulumi").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--non-interactive", "--color", "never"));
        Path output = Files.createTempFile(folder, "output", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        var variables = builder.environment();
        variables.put("PATH", tools + ":" + Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin");
        variables.put("PULUMI_HOME", folder.resolve("home").toString());
        variables.put("PULUMI_BACKEND_URL", "file://" + folder.resolve("state"));
        variables.put("PULUMI_CONFIG_PASSPHRASE", "demo");
        variables.put("PULUMI_SKIP_UPDATE_CHECK", "true");
        variables.put("PULUMI_DEBUG_PROVIDERS", "aws:" + provider.getPort());
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(MINUTES_MAX, TimeUnit.MINUTES))
                .as(command.toString())
                .isTrue();
        return new Result(process.exitValue(), Files.readString(output));
    }

    @Override
    public void close() {
        provider.shutdownNow();
    }

    private Result withPack(String operation, String configuration) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("levels.json"), configuration);
        var arguments = new ArrayList<>(List.of(operation.split(" ")));
        arguments.addAll(List.of("--policy-pack", folder.resolve("pack").toString()));
        arguments.addAll(
                List.of("--policy-pack-config", folder.resolve("levels.json").toString()));
        return pulumi(arguments.toArray(String[]::new));
    }

    /** The Java language host starts a jar; this one only says where the classes are. */
    private void writeProgram() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, EngineProgram.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(":"))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        try (OutputStream jar = Files.newOutputStream(folder.resolve("program.jar"))) {
            new JarOutputStream(jar, manifest).close();
        }
    }

    /** The CLI also takes a program for a pack. */
    private void writePack() throws IOException {
        Path pack = folder.resolve("pack");
        Files.writeString(pack, """
                #!/bin/sh
                exec java -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow \\
                    -cp '%s' %s "$@"
                """.formatted(System.getProperty("java.class.path"), EnginePack.class.getName()));
        Files.setPosixFilePermissions(pack, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
