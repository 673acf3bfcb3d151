package dev.plinth.ops.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.ops.Failure;

/** What one run shall change of the release, such as {@code {"live":"green"}}; the program decides whether it can be. */
public record ReleaseRequest(JsonNode request) {
    private static final String EXAMPLE = "for example: --release '{\"live\":\"green\"}'";

    /** Reads the request as it is given on the command line. */
    public static ReleaseRequest parse(String json) {
        try {
            if (new ObjectMapper().readTree(json) instanceof ObjectNode request && !request.isEmpty()) {
                return new ReleaseRequest(request);
            }
            throw Failure.usage("--release: expected an object with what to change, found: " + json, EXAMPLE);
        } catch (JsonProcessingException e) {
            throw Failure.usage("--release: expected JSON, found: " + json, e.getOriginalMessage(), EXAMPLE);
        }
    }
}
