package dev.plinth.app.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpMediaType;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/** Reads the body of a request as one JSON object. */
final class JsonBody {
    static final int BYTES_MAX = 1 << 20;

    static JsonObjectReader read(ServerRequest request) {
        requireJson(request);
        byte[] bytes = request.content().hasEntity() ? request.content().as(byte[].class) : new byte[0];
        JsonNode node = parse(bytes);
        if (!(node instanceof ObjectNode object)) {
            throw malformed("The body must be a JSON object.");
        }
        return new JsonObjectReader(object);
    }

    private static void requireJson(ServerRequest request) {
        Optional<HttpMediaType> type = request.headers().contentType();
        boolean json = type.filter(sent -> sent.mediaType().text().equalsIgnoreCase(Replies.JSON))
                .filter(sent -> sent.charset().orElse("utf-8").equalsIgnoreCase("utf-8"))
                .isPresent();
        if (!json) {
            String found = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("none");
            throw new RefusedException(Problem.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    new Violation(
                            Violation.Place.HEADER,
                            "Content-Type",
                            "unsupported_media_type",
                            "Send the body as application/json in UTF-8; its media type is '%s'.".formatted(found))));
        }
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            return Json.parse(bytes);
        } catch (JsonProcessingException fault) {
            JsonLocation place = fault.getLocation();
            throw malformed(
                    place == null
                            ? "The body is not valid JSON."
                            : "The body is not valid JSON at line %d, column %d: %s."
                                    .formatted(place.getLineNr(), place.getColumnNr(), firstLine(fault)));
        }
    }

    private static String firstLine(JsonProcessingException fault) {
        return fault.getOriginalMessage().lines().findFirst().orElse("unreadable");
    }

    private static RefusedException malformed(String detail) {
        return new RefusedException(Problem.of(ProblemType.MALFORMED_BODY, detail));
    }

    private JsonBody() {}
}
