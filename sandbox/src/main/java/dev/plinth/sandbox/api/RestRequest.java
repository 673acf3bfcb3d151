package dev.plinth.sandbox.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A request to a path, with what it has in the places of the path's names. */
public final class RestRequest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Map<String, String> parts;
    private final ApiRequest request;

    RestRequest(Map<String, String> parts, ApiRequest request) {
        this.parts = Map.copyOf(parts);
        this.request = request;
    }

    /** What stands in the place of that name in the path. */
    public String part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(request.query().get(name));
    }

    /** All that stands behind the question mark. */
    public Map<String, String> query() {
        return request.query();
    }

    public Optional<String> header(String name) {
        return request.header(name);
    }

    /** All headers, by names in any case. */
    public Map<String, String> headers() {
        return request.headers();
    }

    public InputStream body() {
        return request.body();
    }

    /** The body as JSON; an empty one is an object without fields. */
    public ObjectNode json() {
        return json(request.text());
    }

    static ObjectNode json(String text) {
        try {
            var node = text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // The parser's message would show what was sent, a secret perhaps.
        }
        throw ApiException.invalid("SerializationException", "the body is no JSON object");
    }
}
