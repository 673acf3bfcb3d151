package dev.plinth.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.support.MetricSamples;
import dev.plinth.app.values.InvalidValueException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SortingTest {
    private static final Sorting BY_TIER_AND_TIME =
            new Sorting(List.of(new SortKey(SortField.TIER, true), new SortKey(SortField.UPDATED_AT, false)));

    private static final Sorting BY_ALL = new Sorting(Arrays.stream(SortField.values())
            .map(field -> new SortKey(field, false))
            .toList());

    @Test
    void theIdMakesEveryOrderComplete() {
        assertThat(BY_TIER_AND_TIME.keys())
                .extracting(SortKey::field)
                .containsExactly(SortField.TIER, SortField.UPDATED_AT, SortField.METRIC_ID);
    }

    @Test
    void aFieldIsNamedOnce() {
        var key = new SortKey(SortField.NAME, true);

        assertThatThrownBy(() -> new Sorting(List.of(key, key))).hasMessage("must name each field once");
    }

    @Test
    void readsTheKeyOfACursor() {
        assertThat(BY_TIER_AND_TIME.valuesOf(List.of("2", "2026-01-31T12:00:00.000001Z", "a.b")))
                .containsExactly(2, Instant.parse("2026-01-31T12:00:00.000001Z"), "a.b");
    }

    @Test
    void theKeyOfAMetricIsWhatItIsSortedBy() {
        Metric metric = MetricSamples.metric("finance.margin", "finance", true);

        assertThat(BY_ALL.keyOf(metric))
                .containsExactly(
                        "finance.margin",
                        "Gross margin ✓",
                        "finance",
                        "1",
                        "2026-05-01T12:00:00Z",
                        "2026-05-01T12:00:00Z");
    }

    @Test
    void aKeyIsReadAsItWasWritten() {
        List<String> key = BY_ALL.keyOf(MetricSamples.metric("finance.margin", "finance", true));

        assertThat(BY_ALL.valuesOf(key)).map(Object::toString).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"two, 2026-01-31T12:00:00Z, a.b", "2, yesterday, a.b", "2, 2026-01-31T12:00:00Z, ''"})
    void aForgedCursorIsRefused(String tier, String time, String id) {
        assertThatThrownBy(() -> BY_TIER_AND_TIME.valuesOf(List.of(tier, time, id)))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        assertThatThrownBy(() -> BY_TIER_AND_TIME.valuesOf(List.of("a.b")))
                .hasMessage("must be a cursor of a list sorted like this");
    }
}
