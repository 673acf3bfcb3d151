package dev.plinth.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.values.InvalidValueException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UidsTest {
    private static final String UID = "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b";

    @Test
    void readsAUidInLettersOfEitherCase() {
        assertThat(Uids.parse(UID)).isEqualTo(UUID.fromString(UID));
        assertThat(Uids.parse("019A2B3C-4D5E-7F60-8A9B-0C1D2E3F4A5B")).isEqualTo(UUID.fromString(UID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none-such",
                "1-1-1-1-1",
                "19a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
                "019a2b3c-4d5e-7f60-8a9b-c1d2e3f4a5b",
                "019a2b3c4d5e7f608a9b0c1d2e3f4a5b",
                "{019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b}",
                "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b ",
                "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5g",
            })
    void refusesWhatTheStandardDoesNotCallAUid(String text) {
        assertThatThrownBy(() -> Uids.parse(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("must be a UUID");
    }

    @Test
    void tellsOfACursorThatSomebodyMadeUp() {
        assertThatThrownBy(() -> Uids.ofCursor("1-1-1-1-1"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("The cursor must be one");
    }
}
