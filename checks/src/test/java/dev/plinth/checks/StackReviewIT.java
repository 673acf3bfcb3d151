package dev.plinth.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a reviewer sees of the stacks, by the commands that make it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StackReviewIT {
    static final List<String> STACKS = List.of("local", "staging", "production");

    @TempDir
    private static Path state;

    @AfterAll
    void leaveNothingRunning() {
        STACKS.forEach(stack -> new Shell(state).run("./plinth down %s --sandbox --yes".formatted(stack)));
    }

    @ParameterizedTest
    @FieldSource("STACKS")
    void theInventoryOfTheRepositoryIsThatOfThePlan(String stack) {
        var check = new Shell(state).run("./plinth inventory %s --sandbox --check".formatted(stack));

        assertThat(check.exitCode()).as(check.everything()).isZero();
    }

    @Test
    void manifestsAndDockerfilePassTheCheckersOfTheField() {
        var lint = new Shell(state).run("./plinth lint");

        assertThat(lint.exitCode()).as(lint.everything()).isZero();
    }

    @Test
    void aStackHasAPriceByTheMonth() {
        var cost = new Shell(state).run("./plinth cost production --sandbox");

        assertThat(cost.exitCode()).as(cost.everything()).isZero();
        assertThat(cost.output()).containsPattern("(?i)total\\s+\\$?[\\d,]+\\.\\d\\d");
    }
}
