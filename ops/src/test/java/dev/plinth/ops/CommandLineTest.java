package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.engine.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

final class CommandLineTest {
    @TempDir
    private Path folder;

    @Test
    void noCommandIsAnError() {
        var desk = new Desk(folder);

        assertThat(desk.run()).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).startsWith("plinth: expected a command\n");
    }

    @Test
    void aMistypedCommandIsAnsweredWithWhatWasMeant() {
        var desk = new Desk(folder);

        assertThat(desk.run("statsu")).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).contains("statsu", "status");
    }

    @Test
    void helpNamesEveryCommandAndEveryExitCode() {
        var desk = new Desk(folder);

        assertThat(desk.run("--help")).isZero();
        assertThat(desk.out())
                .contains("up", "preview", "status", "down", "logs", "doctor", "test", "app", "sandbox", "completion")
                .contains("Exit codes:");
        for (var code : ExitCode.values()) {
            assertThat(desk.out()).containsPattern("(?m)^ +" + code.number() + " +\\w");
        }
    }

    @Test
    void completionKnowsTheCommandsAndTheirOptions() {
        var desk = new Desk(folder);

        assertThat(desk.run("completion")).isZero();
        assertThat(desk.out()).contains("_complete_plinth", "preview", "'--sandbox'");
    }

    @Test
    void testRunsTheWholeBuild() {
        var desk = new Desk(folder);

        assertThat(desk.run("test")).isZero();
        assertThat(desk.programs).containsExactly(List.of("mvn", "-B", "-ntp", "-T", "2", "verify"));
    }

    @Test
    void theFaultDrillsAreRunInsteadOfTheTests() {
        var desk = new Desk(folder);

        assertThat(desk.run("test", "--faults")).isZero();
        assertThat(desk.programs.getFirst()).contains("-Pfaults", "-DskipTests", "-DskipITs", "checks");
    }

    @Test
    void aFailingTestFailsTheCommand() {
        assertThat(new Desk(folder).programsEndingWith(1).run("test")).isEqualTo(ExitCode.FAILED.number());
    }

    @Test
    void appRunsTheApiOnThisJdk() throws IOException {
        var desk = new Desk(folder);
        var target = Files.createDirectories(desk.house().home().resolve("app/target"));
        Files.createFile(target.resolve("app.jar"));

        assertThat(desk.run("app")).isZero();
        assertThat(desk.programs.getLast()).startsWith("/jdk/bin/java").endsWith("dev.plinth.app.local.LocalRun");
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void theFirstRunOfABuildOfTheApiIsRehearsedForJavaToLearn() throws IOException {
        var desk = new Desk(folder);
        var target = Files.createDirectories(desk.house().home().resolve("app/target"));
        var jar = Files.createFile(target.resolve("app.jar"));
        var memory = target.resolve("start-%s.aot".formatted(Runtime.version()));

        desk.run("app");
        Files.createFile(memory);
        Files.setLastModifiedTime(jar, FileTime.from(Desk.NOON));
        Files.setLastModifiedTime(memory, FileTime.from(Desk.NOON.plusSeconds(1)));
        desk.run("app");
        Files.setLastModifiedTime(jar, FileTime.from(Desk.NOON.plusSeconds(2)));
        desk.run("app");

        assertThat(desk.programs).hasSize(5);
        assertThat(List.of(desk.programs.get(0), desk.programs.get(3)))
                .allSatisfy(program -> assertThat(program)
                        .contains("-XX:AOTCacheOutput=" + memory)
                        .endsWith("rehearse"));
        assertThat(List.of(desk.programs.get(1), desk.programs.get(2), desk.programs.get(4)))
                .allSatisfy(program ->
                        assertThat(program).contains("-XX:AOTCache=" + memory).doesNotContain("rehearse"));
    }

    @Test
    void anAppWhoseRehearsalFailsIsNotStarted() throws IOException {
        var desk = new Desk(folder).programsEndingWith(1);
        var target = Files.createDirectories(desk.house().home().resolve("app/target"));
        Files.createFile(target.resolve("app.jar"));

        assertThat(desk.run("app")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.programs).hasSize(1);
    }

    @Test
    void anAppThatIsNotBuiltIsNamed() {
        var desk = new Desk(folder);

        assertThat(desk.run("app")).isEqualTo(ExitCode.MISSING_PREREQUISITE.number());
        assertThat(desk.err()).contains("app.jar");
    }

    @Test
    void theVersionNamesTheBuild() {
        var desk = new Desk(folder);

        assertThat(desk.run("--version")).isZero();
        assertThat(desk.out()).startsWith("plinth ").endsWith(", build b1\n");
    }

    @Test
    void sandboxEnvPrintsWhatAShellEvaluatesAndNothingElse() {
        var desk = new Desk(folder);

        assertThat(desk.run("sandbox", "env")).isZero();
        var stack = desk.stack("local");
        assertThat(desk.out().lines())
                .contains("export PULUMI_BACKEND_URL='%s'".formatted(stack.backendUrl()))
                .contains("export PULUMI_DEBUG_PROVIDERS='aws:4711,kubernetes:4711,docker:4711'")
                .contains("export PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER='true'", "export PULUMI_STACK='local'")
                .contains("export JAVA_HOME='/jdk'", "export PATH='/jdk/bin':\"$PATH\"")
                .contains("pulumi() {");
        assertThat(desk.out()).doesNotContain("JDK_JAVA_OPTIONS");
        assertThat(desk.cli.commands()).contains("stack init");
    }

    @Test
    void logsShowTheLastLinesOfAProcessByTheStartOfItsName() throws IOException {
        var desk = new Desk(folder);
        desk.cli.telling("up", Events.summary(""));
        desk.run("up");
        Files.writeString(folder.resolve("database-primary.log"), "one\ntwo\nthree\n");
        var before = desk.out().length();

        assertThat(desk.run("logs", "data", "--lines", "2")).isZero();
        assertThat(desk.out().substring(before)).isEqualTo("two\nthree\n");
    }

    @Test
    void logsOfAProcessThatIsNotThereNameThoseThatAre() {
        var desk = new Desk(folder);
        desk.cli.telling("up", Events.summary(""));
        desk.run("up");

        assertThat(desk.run("logs", "mongo")).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).contains("there is no process \"mongo\"", "database-primary");
    }

    @Test
    void aStackTraceGoesToAFile() {
        var desk = new Desk(folder);

        // The fake answers this with an error that no command expects.
        desk.cli.answering("stack output", new dev.plinth.ops.engine.Cli.Result(0, "no json", ""));
        desk.run("up");

        assertThat(desk.err()).doesNotContain("\tat ");
    }
}
