package dev.plinth.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SchemaTest {
    @Test
    void theNewestMigrationIsTheOneThatIsWaitedFor() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .map(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                            .max(Integer::compare))
                    .hasValue(Integer.parseInt(Schema.VERSION));
        }
    }
}
