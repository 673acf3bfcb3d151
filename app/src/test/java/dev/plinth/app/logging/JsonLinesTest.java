package dev.plinth.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

final class JsonLinesTest {
    private final JsonLines format = new JsonLines();

    @Test
    void writesOneObjectALine() {
        LogRecord logged = logged(Level.WARNING, "Two\nlines, \"quoted\"");
        logged.setInstant(Instant.EPOCH);

        assertThat(format.format(logged)).isEqualTo("""
                {"ts":"1970-01-01T00:00:00Z","level":"warn","msg":"Two\\nlines, \\"quoted\\"","logger":"dev.plinth"}
                """);
    }

    @Test
    void writesTheEntriesOfMapsAsFields() {
        LogRecord logged = logged(Level.INFO, "request");
        logged.setParameters(new Object[] {Map.of("status", 200), Map.of("route", "/x"), Map.of("duration_ms", 1.5)});

        JsonNode line = read(logged);

        assertThat(line.at("/status").intValue()).isEqualTo(200);
        assertThat(line.at("/route").textValue()).isEqualTo("/x");
        assertThat(line.at("/duration_ms").doubleValue()).isEqualTo(1.5);
    }

    @Test
    void keepsTheTypesOfFields() {
        LogRecord logged = logged(Level.INFO, "request");
        logged.setParameters(new Object[] {new TreeMap<>(Map.of("bytes", 5_000_000_000L, "cached", true))});

        assertThat(format.format(logged)).endsWith(",\"bytes\":5000000000,\"cached\":true}\n");
    }

    @Test
    void fillsInPlainParameters() {
        LogRecord logged = logged(Level.INFO, "{0} of {1}");
        logged.setParameters(new Object[] {"3", "9"});

        assertThat(read(logged).at("/msg").textValue()).isEqualTo("3 of 9");
    }

    @Test
    void namesTheRequestThatTheThreadServes() {
        try (var field = MDC.putCloseable("request_id", "r-1")) {
            assertThat(field).isNotNull();
            assertThat(read(logged(Level.FINE, "x")).at("/request_id").textValue())
                    .isEqualTo("r-1");
        }
        assertThat(read(logged(Level.FINE, "x")).has("request_id")).isFalse();
    }

    @Test
    void keepsAFailureOnItsLine() {
        LogRecord logged = logged(Level.SEVERE, "Failed");
        logged.setThrown(new IllegalStateException("because"));

        assertThat(format.format(logged).lines()).hasSize(1);
        assertThat(read(logged).at("/error").textValue())
                .startsWith("java.lang.IllegalStateException: because")
                .contains("JsonLinesTest");
        assertThat(read(logged).at("/level").textValue()).isEqualTo("error");
    }

    private JsonNode read(LogRecord logged) {
        return Json.parseOwn(format.format(logged).getBytes(StandardCharsets.UTF_8));
    }

    private static LogRecord logged(Level level, String message) {
        var logged = new LogRecord(level, message);
        logged.setLoggerName("dev.plinth");
        return logged;
    }
}
