package dev.plinth.policy.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The actions or resources of a statement, with wildcards. Upper and lower case are taken for the same, as IAM does for
 * actions.
 *
 * @param inverted whether everything but these is meant, as in {@code NotAction}
 */
public record PolicyNames(List<String> patterns, boolean inverted) {
    public PolicyNames {
        patterns = List.copyOf(patterns);
    }

    static PolicyNames of(JsonNode statement, String element) {
        boolean inverted = statement.has("Not" + element);
        return new PolicyNames(Elements.texts(statement, inverted ? "Not" + element : element), inverted);
    }

    /** Whether a name is meant; one with wildcards of its own is if everything that it stands for is. */
    public boolean cover(String name) {
        return inverted
                ? !patterns.isEmpty() && patterns.stream().noneMatch(pattern -> Wildcards.overlap(pattern, name))
                : patterns.stream().anyMatch(pattern -> Wildcards.cover(pattern, name));
    }
}
