package dev.plinth.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.values.InvalidValueException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScopeTest {
    @Test
    void namesWhatItIsAboutAndWhatMayBeDone() {
        assertThat(Scope.METRICS_READ.text()).isEqualTo("metrics:read");
        assertThat(Scope.OPERATIONS_READ.text()).isEqualTo("operations:read");
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void isFoundByItsText(Scope scope) {
        assertThat(Scope.of(scope.text())).isEqualTo(scope);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "metrics", "METRICS_READ", "metrics_read", "metrics:fly"})
    void anUnknownTextIsAnsweredWithAllThatAreKnown(String text) {
        assertThatThrownBy(() -> Scope.of(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("must be one of metrics:read, metrics:write, ")
                .hasMessageContainingAll(
                        Arrays.stream(Scope.values()).map(Scope::text).toArray(String[]::new));
    }
}
