package dev.plinth.ops.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.ops.Failure;

/**
 * What one run shall change of a release, such as {@code {"live":"green"}}; the program decides whether it can be.
 *
 * @param key the key of the program's configuration that it is read from
 */
public record ReleaseRequest(String key, JsonNode request) {
    private static final String RELEASE = "release";
    private static final String SITE = "site";
    private static final String EXAMPLE = "for example: --release '{\"live\":\"green\"}'";

    /** A request for the API. */
    public ReleaseRequest(JsonNode request) {
        this(RELEASE, request);
    }

    /** A request for the static site: this version, or the word previous. */
    public static ReleaseRequest ofSite(String version) {
        return new ReleaseRequest(SITE, new ObjectMapper().createObjectNode().put("version", version));
    }

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
