package dev.plinth.ops.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.ops.ExitCode;
import dev.plinth.ops.Failure;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScriptTest {
    private static final String FILE = """
            objectives: {rto: PT4H, rpo: PT1H}
            newestChange: SELECT max(at) FROM parcel
            assertions:
              - name: parcels
                sql: SELECT count(*) FROM parcel
                expect: {atLeast: 5}
            """;

    @Test
    void aScriptOfOnesOwnIsReadAsItIsWritten() {
        var script = Script.parse("own.yaml", FILE);

        assertThat(script.objectives()).isEqualTo(new Objectives(Duration.ofHours(4), Duration.ofHours(1)));
        assertThat(script.assertions())
                .containsExactly(new Assertion(
                        "parcels", "SELECT count(*) FROM parcel", new Expectation.AtLeast(new BigDecimal(5))));
    }

    @Test
    void theOneThatComesWithTheCommandPromisesWhatIsRequired() {
        var script = Script.read(Optional.empty());

        assertThat(script.objectives()).isEqualTo(new Objectives(Duration.ofHours(4), Duration.ofHours(1)));
        assertThat(script.assertions()).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void theCommandLineMayPromiseMore() {
        var script = Script.parse("own.yaml", FILE).against(Optional.of(Duration.ofMinutes(5)), Optional.empty());

        assertThat(script.objectives()).isEqualTo(new Objectives(Duration.ofMinutes(5), Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "atLeast: 5, atMost: 5, 'expected one of: equals, atLeast, asSource: true, within'",
        "atLeast: 5, atLeast: many, 'expected a number, found: \"many\"'",
        "PT4H, four hours, 'objectives.rto: expected a duration as PT1H or PT5M'",
        "newestChange, newest, 'expected one of assertions, newestChange, objectives, found: newest'",
        "sql: SELECT count(*) FROM parcel, sql: [a], '\"parcels\": sql: expected a text'"
    })
    void whatIsWrongIsNamedByItsPlace(String right, String wrong, String told) {
        assertThatThrownBy(() -> Script.parse("own.yaml", FILE.replace(right, wrong)))
                .hasMessageStartingWith("own.yaml")
                .hasMessageContaining(told)
                .extracting(failure -> ((Failure) failure).exitCode())
                .isEqualTo(ExitCode.USAGE);
    }
}
