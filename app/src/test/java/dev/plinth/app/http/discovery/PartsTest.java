package dev.plinth.app.http.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The parts of the description as they are written by hand. */
final class PartsTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "openapi");

    @ParameterizedTest
    @MethodSource("parts")
    void noPartSaysByHandWhatIsSaidOfEveryOperation(Path file) throws IOException {
        var part = (ObjectNode) new YAMLMapper().readTree(Files.readAllBytes(file));

        List<String> twice = new ArrayList<>();
        for (var path : part.path("paths").properties()) {
            for (JsonNode operation : path.getValue()) {
                operation.path("responses").properties().stream()
                        .filter(answer -> isAddedAnyway(path.getKey(), operation, answer.getKey()))
                        .forEach(answer -> twice.add(operation.path("operationId") + " " + answer.getKey()));
            }
        }

        assertThat(twice).isEmpty();
    }

    static Stream<Path> parts() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(FOLDER)) {
            files = found.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(10);
        return files.stream();
    }

    /** Whether the description would be the same without this answer. */
    private static boolean isAddedAnyway(String path, JsonNode operation, String status) {
        ObjectNode lacking = operation.deepCopy();
        ((ObjectNode) lacking.path("responses")).remove(status);
        var part = new YAMLMapper().createObjectNode();
        part.putObject("paths").putObject(path).set("get", lacking);
        CommonParts.complete(part, "part");
        return operation.at("/responses/" + status).equals(lacking.at("/responses/" + status));
    }
}
