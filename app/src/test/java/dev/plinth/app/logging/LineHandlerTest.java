package dev.plinth.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LineHandlerTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LineHandler handler = new LineHandler(written);

    @Test
    void aLineIsOutAtOnceAndInUnicode() {
        publish("dev.plinth.app", Level.FINEST, "Größe ✓");

        assertThat(lines()).contains("\"msg\":\"Größe ✓\"").endsWith("}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "dev.plinth.app.jobs.Jobs, FINE, true",
        "io.helidon.webserver.Server, INFO, false",
        "io.helidon.webserver.Server, WARNING, true",
        "com.zaxxer.hikari.HikariDataSource, INFO, false",
        "org.flywaydb.core.Flyway, INFO, false",
        "org.postgresql.Driver, WARNING, true",
        "io.netty.channel.Channel, WARNING, false",
        "io.lettuce.core.Client, SEVERE, true",
        "io.lettuces, INFO, true"
    })
    void librariesAreHeardOnlyWhenItMatters(String logger, String level, boolean heard) {
        publish(logger, Level.parse(level), "Something");

        assertThat(lines().isEmpty()).isNotEqualTo(heard);
    }

    @Test
    void aRecordOfNoLoggerIsWrittenToo() {
        handler.publish(new LogRecord(Level.INFO, "Something"));

        assertThat(lines()).contains("\"msg\":\"Something\"");
    }

    private void publish(String logger, Level level, String message) {
        var logged = new LogRecord(level, message);
        logged.setLoggerName(logger);
        handler.publish(logged);
    }

    private String lines() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
