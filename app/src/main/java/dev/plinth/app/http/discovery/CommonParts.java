package dev.plinth.app.http.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import java.util.List;
import java.util.Locale;

/** What is true of every operation, and is therefore said once for all and not in each part of the description. */
final class CommonParts {
    /**
     * A token that proves nothing, a parameter that is not known, an unacceptable type, too long, too often, too much;
     * and whatever nobody thought of is a problem too.
     */
    private static final List<String> ANY = List.of("400", "401", "406", "414", "429", "default");

    private static final List<String> GUARDED = List.of("403");
    private static final List<String> WITH_BODY = List.of("413", "415");
    private static final List<String> WITH_PATH = List.of("404");
    private static final List<String> WITH_REVISION = List.of("412", "428");
    private static final List<String> REPEATABLE = List.of("409", "422");

    /** Completes the operations of one part: tags without any by the part's name, and lacking answers. */
    static void complete(ObjectNode part, String name) {
        String tag = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        part.path("paths")
                .properties()
                .forEach(path -> path.getValue().forEach(operation -> {
                    if (operation instanceof ObjectNode object && object.has("operationId")) {
                        complete(object, path.getKey(), tag);
                    }
                }));
    }

    private static void complete(ObjectNode operation, String path, String tag) {
        if (!operation.has("tags")) {
            operation.putArray("tags").add(tag);
        }
        answers(operation, ANY);
        unavailable(operation);
        if (!operation.has("security")) {
            answers(operation, GUARDED);
        }
        if (operation.has("requestBody")) {
            answers(operation, WITH_BODY);
        }
        if (path.contains("{")) {
            answers(operation, WITH_PATH);
        }
        if (takes(operation, "IfMatch")) {
            answers(operation, WITH_REVISION);
        }
        if (takes(operation, "IdempotencyKey")) {
            answers(operation, REPEATABLE);
        }
    }

    private static void answers(ObjectNode operation, List<String> statuses) {
        ObjectNode responses = operation.withObject("/responses");
        for (String status : statuses) {
            if (!responses.has(status)) {
                responses.set(status, reference("Problem"));
            }
        }
    }

    private static void unavailable(ObjectNode operation) {
        ObjectNode responses = operation.withObject("/responses");
        if (!responses.has("503")) {
            responses.set("503", reference("Unavailable"));
        }
    }

    private static ObjectNode reference(String response) {
        return Json.object().put("$ref", "#/components/responses/" + response);
    }

    private static boolean takes(ObjectNode operation, String parameter) {
        for (JsonNode given : operation.path("parameters")) {
            if (given.path("$ref").asText().equals("#/components/parameters/" + parameter)) {
                return true;
            }
        }
        return false;
    }

    private CommonParts() {}
}
