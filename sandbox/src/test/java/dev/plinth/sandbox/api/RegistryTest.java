package dev.plinth.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plinth.sandbox.api.ApiService.Json;
import dev.plinth.sandbox.image.ImageSource;
import dev.plinth.sandbox.image.ImageStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which images the registry knows. */
final class RegistryTest {
    private static final Caller CALLER = new Caller("token", "eu-central-1", "ecr");

    @TempDir
    private Path folder;

    @Test
    void anImageThatWasBuiltIsThere() throws IOException {
        Files.writeString(folder.resolve("app.jar"), "application");
        var dockerfile = Files.writeString(folder.resolve("Dockerfile"), """
                FROM eclipse-temurin:25
                WORKDIR /opt/mdl
                COPY app.jar app.jar
                ENTRYPOINT ["java", "-jar", "app.jar"]
                """);
        var store = new ImageStore(folder.resolve("images"));
        var digest = store.build(new ImageSource(folder, dockerfile)).digest();

        var answer = describe(store, digest);

        assertThat(answer.at("/imageDetails/0/imageDigest").asText()).isEqualTo(digest);
        assertThat(answer.at("/imageDetails/0/repositoryName").asText()).isEqualTo("api");
    }

    @Test
    void anyOtherIsRefusedAsByEcr() {
        var store = new ImageStore(folder.resolve("images"));

        var refused = catchThrowableOfType(ApiException.class, () -> describe(store, "sha256:" + "0".repeat(64)));

        assertThat(refused.code()).isEqualTo("ImageNotFoundException");
    }

    private static JsonNode describe(ImageStore store, String digest) {
        var parameters = JsonNodeFactory.instance.objectNode().put("repositoryName", "api");
        parameters.putArray("imageIds").addObject().put("imageDigest", digest);
        var service = (Json) new Registry(store).service();
        return Objects.requireNonNull(service.actions().get("DescribeImages")).answer(parameters, CALLER);
    }
}
