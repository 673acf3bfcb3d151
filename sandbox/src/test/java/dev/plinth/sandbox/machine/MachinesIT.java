package dev.plinth.sandbox.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.sandbox.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachinesIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private Machines machines;

    @BeforeEach
    void open() {
        machines = Machines.open(folder);
    }

    @AfterEach
    void removeEverything() {
        machines.removeAll();
        machines.close();
    }

    @Test
    void theProcessSeesTheDeclaredEnvironmentAndNothingElse() {
        machines.start(shell("environment", "/usr/bin/env; sleep 60"));

        assertThat(Pause.until(SOON, () -> machines.logTail("environment", 9).size() > 1))
                .isTrue();
        // The shell of this very test adds PWD (and some shells _ and SHLVL) again.
        assertThat(machines.logTail("environment", 9)).contains("COLOUR=blue").allMatch(MachinesIT::isExpected);
    }

    @Test
    void aDeadProcessIsStartedAgain() {
        long first = machines.start(shell("mortal", "sleep 60")).pid();
        ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);

        assertThat(Pause.until(SOON, () -> pid("mortal") != 0 && pid("mortal") != first))
                .isTrue();
        assertThat(machines.logTail("mortal", 5)).anyMatch(line -> line.contains("process %d ended".formatted(first)));
    }

    @Test
    void aProcessThatKeepsDyingIsShownAsFailedWithItsLastWords() {
        machines.start(shell("doomed", "echo the disk is on fire; exit 3"));

        assertThat(Pause.until(SOON, () -> state("doomed") == MachineState.FAILED))
                .isTrue();
        assertThat(machines.logTail("doomed", 5)).contains("the disk is on fire");
    }

    @Test
    void stoppingEndsTheWholeGroupEvenWhenItIgnoresTheSignal() throws IOException {
        Path pidFile = folder.resolve("child");
        machines.start(shell("stubborn", "trap '' TERM; sleep 61 & echo $! > " + pidFile + "; sleep 60; sleep 60"));
        assertThat(Pause.until(
                        SOON,
                        () -> Disk.read(pidFile)
                                .filter(text -> text.endsWith("\n"))
                                .isPresent()))
                .isTrue();
        long leader = pid("stubborn");
        long child = Long.parseLong(Files.readString(pidFile).strip());

        machines.remove("stubborn");

        assertThat(ProcessMark.living(leader)).isEmpty();
        assertThat(ProcessMark.living(child)).isEmpty();
        assertThat(folder.resolve("machines/stubborn")).doesNotExist();
    }

    @Test
    void theSameSpecIsLeftRunningAndAnotherOneReplacesIt() {
        long first = machines.start(shell("changing", "sleep 60")).pid();

        assertThat(machines.start(shell("changing", "sleep 60")).pid()).isEqualTo(first);
        assertThat(machines.start(shell("changing", "sleep 61")).pid()).isNotEqualTo(first);
        assertThat(ProcessMark.living(first)).isEmpty();
    }

    @Test
    void aHaltedMachineStaysDownUntilItIsStarted() {
        machines.start(shell("resting", "sleep 60"));
        machines.halt("resting");
        reopen();

        Pause.of(Duration.ofSeconds(1));
        assertThat(state("resting")).isEqualTo(MachineState.HALTED);
        assertThat(machines.restart("resting").state()).isEqualTo(MachineState.RUNNING);
    }

    @Test
    void processesOutliveTheirDaemonAndAreFoundAgain() throws IOException, InterruptedException {
        machines.close();
        Process daemon = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ShortLivedDaemon.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        Path ready = folder.resolve("ready");
        assertThat(Pause.until(SOON, () -> Files.exists(ready))).isTrue();
        daemon.destroyForcibly().waitFor();

        machines = Machines.open(folder);

        assertThat(pid("survivor"))
                .isEqualTo(Long.parseLong(Files.readString(ready).strip()));
        assertThat(state("survivor")).isEqualTo(MachineState.RUNNING);
    }

    @Test
    void aProcessThatGotTheSamePidLaterIsNeitherAdoptedNorKilled() throws IOException, InterruptedException {
        machines.start(shell("gone", "sleep 60"));
        machines.close();
        ProcessMark mark = ProcessMark.living(pid("gone")).orElseThrow();
        Termination.end(mark, StopRule.terminate(Duration.ofSeconds(5)));
        Process bystander = new ProcessBuilder("sleep", "60").start();
        try {
            Path file = folder.resolve("machines/gone/process");
            Files.writeString(file, Files.readString(file).replaceFirst("^\\d+", String.valueOf(bystander.pid())));
            machines = Machines.open(folder);

            assertThat(pid("gone")).isNotEqualTo(bystander.pid());
            machines.remove("gone");
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly().waitFor();
        }
    }

    private static boolean isExpected(String line) {
        return line.matches("(COLOUR=blue|PATH=.*|PWD=.*|_=.*|SHLVL=.*)");
    }

    private void reopen() {
        machines.close();
        machines = Machines.open(folder);
    }

    private long pid(String name) {
        return machines.find(name).orElseThrow().pid();
    }

    private MachineState state(String name) {
        return machines.find(name).orElseThrow().state();
    }

    private MachineSpec shell(String name, String script) {
        return shell(folder, name, script);
    }

    private static MachineSpec shell(Path folder, String name, String script) {
        return new MachineSpec(
                name,
                MachineKind.POD,
                "urn:" + name,
                Launch.of(List.of("/bin/sh", "-c", script), Map.of("COLOUR", "blue", "PATH", "/usr/bin:/bin"), folder),
                new Endpoint("127.77.0.1", 1),
                StopRule.terminate(Duration.ofMillis(500)));
    }

    /** A daemon that starts a machine, says so, and waits to be killed. */
    static final class ShortLivedDaemon {
        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            var machines = Machines.open(folder);
            long pid = machines.start(shell(folder, "survivor", "sleep 60")).pid();
            Disk.write(folder.resolve("ready"), pid + "\n");
            Pause.of(Duration.ofMinutes(1));
        }
    }
}
