package dev.plinth.app.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import dev.plinth.app.json.ParserWords;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpMediaType;
import io.helidon.http.ServerRequestHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the body of a request as one JSON object. */
final class JsonBody {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private static final Set<String> WHOLE = Set.of(Replies.JSON);
    private static final Set<String> PATCHES = Set.of(MERGE_PATCH, Replies.JSON);

    static JsonObjectReader read(ServerRequestHeaders headers, byte[] body) {
        requireType(headers, WHOLE);
        return new JsonObjectReader(object(body));
    }

    static MergePatch patch(ServerRequestHeaders headers, byte[] body) {
        requireType(headers, PATCHES);
        return new MergePatch(object(body));
    }

    private static ObjectNode object(byte[] body) {
        JsonNode node = parse(body);
        if (!(node instanceof ObjectNode object)) {
            throw malformed("The body must be a JSON object.");
        }
        return object;
    }

    private static void requireType(ServerRequestHeaders headers, Set<String> mediaTypes) {
        Optional<HttpMediaType> type = headers.contentType();
        boolean fits = type.filter(
                        sent -> mediaTypes.contains(sent.mediaType().text().toLowerCase(Locale.ROOT)))
                .filter(sent -> sent.charset().orElse("utf-8").equalsIgnoreCase("utf-8"))
                .isPresent();
        if (!fits) {
            String found = headers.first(HeaderNames.CONTENT_TYPE).orElse("none");
            var fault = new Violation(
                    Violation.Place.HEADER,
                    "Content-Type",
                    "unsupported_media_type",
                    "must be %s in UTF-8, but is '%s'"
                            .formatted(String.join(" or ", new TreeSet<>(mediaTypes)), found));
            throw new RefusedException(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, List.of(fault)));
        }
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            return Json.parse(bytes);
        } catch (JsonProcessingException fault) {
            String place = Optional.ofNullable(fault.getLocation())
                    .map(at -> " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()))
                    .orElse("");
            throw malformed("The body is not valid JSON%s: %s.".formatted(place, reason(fault)));
        }
    }

    private static String reason(JsonProcessingException fault) {
        return switch (fault) {
            case StreamConstraintsException excess -> "it is nested too deeply, or has too long a name or number";
            case StreamReadException syntax -> ParserWords.of(syntax);
            default -> "something follows after its end";
        };
    }

    private static RefusedException malformed(String detail) {
        return new RefusedException(Problem.of(ProblemType.MALFORMED_BODY, detail));
    }

    private JsonBody() {}
}
