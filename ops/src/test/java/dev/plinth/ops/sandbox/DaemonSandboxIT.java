package dev.plinth.ops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.ops.house.StackHome;
import dev.plinth.ops.process.Interruption;
import dev.plinth.ops.process.Liveness;
import dev.plinth.ops.sandbox.Sandbox.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DaemonSandboxIT {
    @TempDir
    private Path folder;

    private StackHome stack = new StackHome("local", Path.of(""));

    @BeforeEach
    void makeFolders() throws IOException {
        stack = new StackHome("local", folder.resolve("state"));
        stack.create();
        Files.createDirectories(stack.sandbox());
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        sandbox("any").shutdown(Processes.STOP);
    }

    @Test
    void aDaemonIsStartedOnceAndFoundAgain() throws IOException {
        var started = sandbox("build-1").ensure(folder);

        assertThat(sandbox("build-1").ensure(folder)).isEqualTo(started);
        assertThat(sandbox("build-1").running()).contains(started);
        assertThat(started.providers()).isEqualTo("aws:4711,kubernetes:4711,docker:4711");
        assertThat(started.apiPort()).isEqualTo(4713);
        assertThat(sandbox("build-1").log()).content().contains("serving in " + folder.toRealPath());
    }

    @Test
    void aDaemonOfAnotherBuildIsReplacedAndItsProcessesKept() throws IOException {
        var old = sandbox("build-1").ensure(folder);

        var replaced = sandbox("build-2").ensure(folder);

        assertThat(replaced.buildId()).isEqualTo("build-2");
        assertThat(Liveness.of(old.pid())).isEmpty();
        assertThat(stack.sandbox().resolve("shutdown.json")).hasContent("{\"processes\":\"keep\"}");
    }

    @Test
    void whoAsksForADaemonWhileAnotherCommandReplacesItGetsTheNewOne() throws Exception {
        var old = sandbox("build-1").ensure(folder);
        var slow = sandbox("slow");
        try (var commands = Executors.newVirtualThreadPerTaskExecutor()) {
            var replacing = commands.submit(() -> slow.ensure(folder));
            assertThat(Liveness.awaitEnd(old.pid(), Duration.ofSeconds(30))).isTrue();

            assertThat(sandbox("build-1").running()).contains(replacing.get());
        }
    }

    @Test
    void twoCommandsAtTheSameTimeStartOneDaemon() throws Exception {
        var slow = sandbox("slow");
        try (var commands = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = commands.submit(() -> slow.ensure(folder));
            var second = commands.submit(() -> slow.ensure(folder));

            assertThat(first.get()).isEqualTo(second.get());
        }
    }

    @Test
    void aDaemonThatCannotAnswerAnyMoreIsReplacedToo() throws IOException {
        var torn = sandbox("torn").ensure(folder);

        assertThat(sandbox("build-2").ensure(folder).buildId()).isEqualTo("build-2");
        assertThat(Liveness.of(torn.pid())).isEmpty();
    }

    @Test
    void anAbandonedSandboxLeavesNoProcessInItsFolder() throws IOException {
        var process = new ProcessBuilder("sleep", "600")
                .directory(stack.sandbox().toFile())
                .start();

        sandbox("build-1").abandon();

        // Its handle would say so only when this JVM has collected it.
        assertThat(Liveness.of(process.pid())).isEmpty();
    }

    @Test
    void itsStatusNamesTheProcesses() throws IOException {
        sandbox("build-1").ensure(folder);

        var status = sandbox("build-1").status().orElseThrow();
        assertThat(status.caFile()).isEqualTo("/ca.pem");
        assertThat(status.processes())
                .containsExactly(
                        new SandboxProcess("database-primary", "postgres", 8, "127.77.0.3:5432", "running", "/db.log"));
    }

    @Test
    void stoppingEndsIt() throws IOException {
        var started = sandbox("build-1").ensure(folder);

        sandbox("build-1").shutdown(Processes.STOP);

        assertThat(Liveness.of(started.pid())).isEmpty();
        assertThat(stack.sandbox().resolve("shutdown.json")).hasContent("{\"processes\":\"stop\"}");
    }

    @Test
    void theFileOfADaemonThatWasKilledCountsForNothing() throws IOException {
        var killed = sandbox("build-1").ensure(folder);
        ProcessHandle.of(killed.pid()).ifPresent(ProcessHandle::destroyForcibly);

        assertThat(sandbox("build-1").ensure(folder).pid()).isNotEqualTo(killed.pid());
    }

    @Test
    void aDaemonThatCannotStartIsToldWithItsLastWords() throws IOException {
        assertThatThrownBy(() -> sandbox("broken").ensure(folder))
                .isInstanceOfSatisfying(
                        SandboxUnavailable.class,
                        unavailable ->
                                assertThat(unavailable.reason().details()).contains("cannot find my schema"))
                .hasMessage("the sandbox daemon ended with code 9");
    }

    private DaemonSandbox sandbox(String buildId) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin/java");
        return new DaemonSandbox(stack, new DaemonLaunch(jar(), java, buildId), new Interruption());
    }

    private Path jar() throws IOException {
        var jar = folder.resolve("sandbox.jar");
        if (Files.exists(jar)) {
            // A daemon may be starting from it at this moment.
            return jar;
        }
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeDaemon.class.getName());
        var name = FakeDaemon.class.getName().replace('.', '/') + ".class";
        try (var classes = FakeDaemon.class.getClassLoader().getResourceAsStream(name);
                var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry(name));
            classes.transferTo(out);
        }
        return jar;
    }
}
