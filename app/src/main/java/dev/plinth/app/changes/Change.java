package dev.plinth.app.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * One change: what happened to which thing, and how it looked before and after. A thing that was not there before, or
 * is not there any more, is a {@link MissingNode}. Neither holds a secret or personal data.
 */
public record Change(ChangeType type, String subject, JsonNode before, JsonNode after) {
    /** A thing that was made; {@code subject} is its id. */
    public static Change made(ChangeType type, String subject, JsonNode after) {
        return new Change(type, subject, MissingNode.getInstance(), after);
    }

    /** A thing that is no more. */
    public static Change gone(ChangeType type, String subject, JsonNode before) {
        return new Change(type, subject, before, MissingNode.getInstance());
    }
}
