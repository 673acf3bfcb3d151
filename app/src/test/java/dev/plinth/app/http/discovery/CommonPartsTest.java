package dev.plinth.app.http.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CommonPartsTest {
    @Test
    void tagsAnOperationByItsPart() {
        assertThat(completed("{'operationId': 'list'}").at("/tags/0").textValue())
                .isEqualTo("Metrics");
    }

    @Test
    void keepsATagThatIsThere() {
        JsonNode tags = completed("{'operationId': 'list', 'tags': ['Own']}").path("tags");
        assertThat(tags.toString()).isEqualTo("[\"Own\"]");
    }

    @Test
    void everyOperationCanRefuseABadTokenAndTooManyRequests() {
        assertThat(statuses("{'operationId': 'list', 'security': []}"))
                .containsExactly("400", "401", "406", "414", "429", "default", "503");
    }

    @Test
    void aGuardedOperationCanRefuseTheCaller() {
        assertThat(statuses("{'operationId': 'list'}")).contains("403");
    }

    @Test
    void anOperationWithABodyCanRefuseItsLengthAndItsType() {
        assertThat(statuses("{'operationId': 'add', 'requestBody': {}}")).contains("413", "415");
    }

    @Test
    void anOperationOnARevisionCanRefuseAStaleOneAndNone() {
        assertThat(statuses("{'operationId': 'change', 'parameters': [{'$ref': '#/components/parameters/IfMatch'}]}"))
                .contains("412", "428");
    }

    @Test
    void anOperationThatMayBeRepeatedCanRefuseTheKey() {
        assertThat(statuses(
                        "{'operationId': 'add', 'parameters': [{'$ref': '#/components/parameters/IdempotencyKey'}]}"))
                .contains("409", "422");
    }

    @Test
    void keepsAnAnswerThatIsDescribed() {
        JsonNode operation = completed("{'operationId': 'list', 'responses': {'401': {'description': 'Own'}}}");
        assertThat(operation.at("/responses/401/description").textValue()).isEqualTo("Own");
    }

    private static List<String> statuses(String operation) {
        List<String> statuses = new ArrayList<>();
        completed(operation).path("responses").fieldNames().forEachRemaining(statuses::add);
        return statuses;
    }

    private static JsonNode completed(String operation) {
        String part = "{\"paths\": {\"/things\": {\"get\": %s}}}".formatted(operation.replace('\'', '"'));
        try {
            var node = (ObjectNode) Json.parse(part.getBytes(StandardCharsets.UTF_8));
            CommonParts.complete(node, "metrics");
            return node.at("/paths/~1things/get");
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
