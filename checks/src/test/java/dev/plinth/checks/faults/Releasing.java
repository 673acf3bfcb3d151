package dev.plinth.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.checks.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The command {@code plinth release}, as it is run in a candidate's checkout. */
final class Releasing {
    /** The steps of a release, as its output and its status name them. */
    private static final List<String> STEPS =
            List.of("checks", "image", "migration", "deploy", "verify", "shift-10", "shift-50", "shift-100", "keep");

    private static final Duration STEP_MAX = Duration.ofMinutes(3);

    private final Shell shell;
    private final Candidate candidate;

    Releasing(Path state, Candidate candidate) {
        this.shell = new Shell(state, candidate.folder());
        this.candidate = candidate;
    }

    Candidate candidate() {
        return candidate;
    }

    void succeed(String arguments) {
        var result = shell.run(line(arguments));
        assertThat(result.exitCode()).as(result.everything()).isZero();
    }

    void fail(String arguments) {
        var result = shell.run(line(arguments));
        assertThat(result.exitCode()).as(result.everything()).isEqualTo(1);
    }

    /** The line that the history of releases begins with. */
    String lastRelease() {
        return Site.succeed(shell, line("history")).lines().skip(1).findFirst().orElseThrow();
    }

    /** The last step that the last release came to. */
    String lastStep() {
        var lines = status().lines().map(String::strip).toList();
        return STEPS.reversed().stream()
                .filter(step -> lines.stream().anyMatch(line -> line.startsWith(step + " ")))
                .findFirst()
                .orElse("its begin");
    }

    /** Starts a release, kills it as soon as it comes to a step, goes on as its status says, and so on to the end. */
    void throughKills() throws IOException, InterruptedException {
        var arguments = "start --bake 5s -m killed";
        // The last one only writes that the release is over, sooner than a kill could meet it.
        for (var step : STEPS.subList(0, STEPS.size() - 1)) {
            killIn(step, arguments);
            assertThat(status()).contains("its plinth has ended in " + step, "plinth release promote");
            arguments = "promote --bake 5s";
        }
        succeed(arguments);
    }

    private void killIn(String step, String arguments) throws IOException, InterruptedException {
        var output = Files.createTempFile("plinth-release", ".txt");
        var release = shell.start("exec >'%s' 2>&1; %s".formatted(output, line(arguments)));
        var deadline = Instant.now().plus(STEP_MAX);
        while (!Files.readString(output).contains(step + " ...")) {
            if (Instant.now().isAfter(deadline) || !release.isAlive()) {
                throw new IllegalStateException("never came to %s:%n%s".formatted(step, Files.readString(output)));
            }
            Thread.sleep(100);
        }
        Shell.killAll(release);
        release.waitFor();
        Files.delete(output);
    }

    private String status() {
        return Site.succeed(shell, line("status"));
    }

    private static String line(String arguments) {
        return "./plinth release " + arguments;
    }
}
