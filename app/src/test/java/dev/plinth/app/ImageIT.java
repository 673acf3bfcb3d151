package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.json.Json;
import dev.plinth.app.support.AppProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line of the image, which is taken from the Dockerfile. */
final class ImageIT {
    private static final String INSTRUCTION = "ENTRYPOINT ";

    @TempDir
    private Path folder;

    @Test
    void withoutItsCacheTheAppRunsAndWritesNothingButJson() throws Exception {
        assertThat(Path.of("target", "app.aot")).doesNotExist();
        try (var process = new AppProcess(folder, Map.of(), entrypoint(), "rehearse")) {
            assertThat(process.exitCode()).isZero();
            assertThat(process.errors()).isEmpty();
            assertThat(process.output())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(json(line).has("msg")).isTrue());
        }
    }

    @Test
    void theEntrypointNamesTheCacheThatTheImageHas() throws IOException {
        assertThat(entrypoint()).contains("-XX:AOTCache=app.aot");
        assertThat(dockerfile()).contains("COPY --from=rehearsal /opt/mdl/app.aot app.aot");
    }

    private static List<String> entrypoint() throws IOException {
        String text = dockerfile().replace("\\\n", " ");
        String list = text.substring(text.indexOf(INSTRUCTION) + INSTRUCTION.length());
        var words = new ArrayList<String>();
        json(list).forEach(word -> words.add(word.textValue()));
        return words;
    }

    private static String dockerfile() throws IOException {
        return Files.readString(Path.of("Dockerfile"));
    }

    private static JsonNode json(String text) {
        return Json.parseOwn(text.getBytes(StandardCharsets.UTF_8));
    }
}
