package dev.plinth.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.infra.Environment;
import dev.plinth.infra.Plan;
import dev.plinth.infra.StackFiles;
import dev.plinth.infra.config.InvalidConfiguration;
import dev.plinth.policies.backup.BackupPack;
import dev.plinth.policies.security.SecurityPack;
import dev.plinth.policy.Finding;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody configures gives a plan that both packs accept, or an error that names what is wrong. */
final class GeneratedConfigurationTest {
    private static final int DRAWS = 25;

    private final Judge judge = new Judge(List.of(SecurityPack.pack(), BackupPack.pack()));

    static LongStream seeds() {
        return LongStream.range(0, DRAWS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aValidConfigurationGivesAPlanInWhichThePacksFindNothingThatItDidNotAskFor(long seed) {
        var drawn = Drawn.good(seed);
        var plan = Plan.of(Environment.of(StackFiles.settings("drawn", drawn.yaml())), Map.of());

        assertThat(plan.errors()).as(drawn.yaml()).isEmpty();
        assertThat(plan.resources()).hasSizeGreaterThan(200);
        var findings = judge.findings(plan.resources());
        assertThat(findings).as(drawn.yaml()).allMatch(finding -> finding.kind() == Finding.Kind.VIOLATION);
        // A rule may find the same of several resources.
        assertThat(findings.stream().map(finding -> finding.rule().id()).collect(Collectors.toSet()))
                .as(drawn.yaml())
                .isEqualTo(drawn.askedFor());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatNeverStandsIsNamedByItsPathWithWhatToDo(long seed) {
        var drawn = Drawn.corrupted(seed);

        var failure = catchThrowableOfType(
                InvalidConfiguration.class, () -> Environment.of(StackFiles.settings("drawn", drawn.yaml())));

        assertThat(failure).as(drawn.yaml()).isNotNull();
        assertThat(failure.problems()).allSatisfy(problem -> {
            assertThat(problem.expected()).isNotBlank();
            assertThat(problem.cure()).isNotBlank();
        });
        for (var path : drawn.corrupted()) {
            assertThat(failure.problems())
                    .as(path + " in\n" + drawn.yaml())
                    .anyMatch(problem -> problem.path().startsWith("plinth:" + path));
        }
    }
}
