package dev.plinth.app.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.values.InvalidValueException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ChangeTypeTest {
    @ParameterizedTest
    @EnumSource
    void everyTypeIsFoundByItsText(ChangeType type) {
        assertThat(ChangeType.of(type.text())).isEqualTo(type);
    }

    @Test
    void noTwoTypesHaveTheSameText() {
        assertThat(Arrays.stream(ChangeType.values()).map(ChangeType::text)).doesNotHaveDuplicates();
    }

    @Test
    void anEventIsFoundOnlyAmongEvents() {
        assertThat(ChangeType.event("metric.published")).isEqualTo(ChangeType.METRIC_PUBLISHED);
        assertThatThrownBy(() -> ChangeType.event("session.opened"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("must be one of metric.created, ")
                .hasMessageNotContaining("session.opened");
    }

    @Test
    void anUnknownTextIsRefusedWithAllThatThereAre() {
        assertThatThrownBy(() -> ChangeType.of("metric.eaten"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("session.opened");
    }

    @ParameterizedTest
    @CsvSource({
        "METRIC_PUBLISHED, A metric was published.",
        "OBJECTIVE_CREATED, An objective was created.",
        "KEY_RESULT_CHECKED_IN, A key result was checked in.",
    })
    void tellsAPersonWhatHappened(ChangeType type, String sentence) {
        assertThat(type.sentence()).isEqualTo(sentence);
    }
}
