package dev.plinth.app.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RecordFormatTest {
    @Test
    void isKnownByWhatItIsSentAs() {
        for (RecordFormat format : RecordFormat.values()) {
            assertThat(RecordFormat.ofMediaType(format.mediaType())).contains(format);
        }
        assertThat(RecordFormat.ofMediaType("Text/YAML")).contains(RecordFormat.YAML);
        assertThat(RecordFormat.ofMediaType("application/xml")).isEmpty();
    }
}
