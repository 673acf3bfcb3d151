package dev.plinth.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.logging.Logging.LastingLogManager;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logging is that of the whole process, and is put back as it was. */
final class LoggingTest {
    private static final String KEY = "java.util.logging.manager";

    private final Logger root = LogManager.getLogManager().getLogger("");
    private final Logger logger = Logger.getLogger("dev.plinth.app.logging.test");
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private List<Handler> handlers = List.of();
    private Level level = Level.INFO;
    private Optional<String> manager = Optional.empty();

    @BeforeEach
    void remember() {
        handlers = List.of(root.getHandlers());
        level = root.getLevel();
        manager = Optional.ofNullable(System.getProperty(KEY));
    }

    @AfterEach
    void putBack() {
        List.of(root.getHandlers()).forEach(root::removeHandler);
        handlers.forEach(root::addHandler);
        root.setLevel(level);
        manager.ifPresentOrElse(name -> System.setProperty(KEY, name), () -> System.clearProperty(KEY));
    }

    @Test
    void everythingGoesToTheOneStreamFromTheLevelOn() {
        root.addHandler(new ConsoleHandler());

        Logging.install(Level.INFO, written);
        logger.fine("too little");
        logger.info("enough");

        assertThat(root.getHandlers()).hasSize(1);
        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("\"level\":\"info\",\"msg\":\"enough\",\"logger\":\"dev.plinth.app.logging.test\"");
    }

    @Test
    void theNextProcessLogsUntilItsVeryEnd() {
        Logging.install(Level.INFO, written);

        assertThat(System.getProperty(KEY)).isEqualTo(LastingLogManager.class.getName());
    }

    @Test
    void whatTheShutdownHookOfTheJdkDoesSilencesNobody() {
        var manager = new LastingLogManager();
        var own = new Named("dev.plinth.app.logging.lasting");
        own.addHandler(new LineHandler(written));
        manager.addLogger(own);

        manager.reset();

        assertThat(own.getHandlers()).hasSize(1);
    }

    /** A logger that no manager knows yet. */
    private static final class Named extends Logger {
        Named(String name) {
            super(name, null);
        }
    }
}
