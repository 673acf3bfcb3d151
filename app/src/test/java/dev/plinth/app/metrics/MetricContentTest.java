package dev.plinth.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.Prose;
import dev.plinth.app.values.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MetricContentTest {
    @Test
    void aDefinitionHasOneExpressionInEachDialect() {
        Expression sql = new Expression(Dialect.ANSI_SQL, new Prose("sum(a)"));
        Expression dax = new Expression(Dialect.DAX, new Prose("SUM(A)"));

        assertThat(defined(List.of(sql, dax)).expressions()).containsExactly(sql, dax);
        assertThatThrownBy(() -> defined(List.of())).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> defined(List.of(sql, dax, sql))).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aMetricHasTwentyDifferentTagsAtMost() {
        assertThat(classified(tags(20)).tags()).hasSize(20);
        assertThatThrownBy(() -> classified(tags(21))).hasMessage("must have at most 20 tags");
        assertThatThrownBy(() -> classified(List.of(new Tag("cash"), new Tag("cash"))))
                .hasMessage("must not repeat any of the tags");
    }

    @ParameterizedTest
    @CsvSource({
        "1.50, 1.5",
        "1000, 1000",
        "1e3, 1000",
        "-0.000001, -0.000001",
        "999999999999999, 999999999999999",
        "0.0, 0"
    })
    void anAmountIsWrittenPlainly(BigDecimal given, String written) {
        assertThat(new Amount(given).value()).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0000001", "1000000000000000", "1e400", "1e-400", "1e999999999", "12345678901.123456"})
    void anAmountThatClientsCouldNotTakeIsRefused(BigDecimal given) {
        assertThatThrownBy(() -> new Amount(given)).hasMessage("must have at most 15 digits, 6 of them decimals");
    }

    private static Definition defined(List<Expression> expressions) {
        var measure = new Measure(new Label("EUR"), Direction.UP, Aggregation.SUM, Grain.DAY);
        return new Definition(measure, expressions, List.of(), List.of());
    }

    private static List<Tag> tags(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> new Tag("tag-" + index))
                .toList();
    }

    private static Classification classified(List<Tag> tags) {
        return new Classification(
                new DomainId("finance"), new Tier(1), MetricType.LAGGING, CalculationType.SIMPLE, tags);
    }
}
