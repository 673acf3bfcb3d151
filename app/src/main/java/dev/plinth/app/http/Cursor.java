package dev.plinth.app.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.plinth.app.json.Json;
import dev.plinth.app.values.Digests;
import dev.plinth.app.values.InvalidValueException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Where a page begins: after the last item of the page before, by what the list is sorted by. It holds for one request
 * only, because with other filters the pages would not fit together. It is opaque but not secret, and not signed: who
 * makes one up gets a page of what they may see anyway.
 */
final class Cursor {
    private static final int FINGERPRINT_BYTES = 8;
    private static final String REFUSAL = "must be a cursor from the 'page' of an answer to the same request";

    static String encode(String request, List<String> key) {
        ArrayNode parts = Json.array().add(fingerprint(request));
        key.forEach(parts::add);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(parts));
    }

    /** The key after which the page begins; throws {@link InvalidValueException} when the cursor does not fit. */
    static List<String> decode(String request, String cursor) {
        JsonNode parts = parsed(cursor);
        boolean fits = parts instanceof ArrayNode
                && !parts.isEmpty()
                && parts.valueStream().allMatch(JsonNode::isTextual)
                && parts.get(0).textValue().equals(fingerprint(request));
        if (!fits) {
            throw new InvalidValueException(REFUSAL);
        }
        return StreamSupport.stream(parts.spliterator(), false)
                .skip(1)
                .map(JsonNode::textValue)
                .toList();
    }

    private static JsonNode parsed(String cursor) {
        try {
            return Json.parse(Base64.getUrlDecoder().decode(cursor));
        } catch (IllegalArgumentException | JsonProcessingException foreign) {
            throw new InvalidValueException(REFUSAL);
        }
    }

    private static String fingerprint(String request) {
        byte[] digest = Arrays.copyOf(Digests.sha256(request), FINGERPRINT_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private Cursor() {}
}
