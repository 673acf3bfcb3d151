package dev.plinth.policy;

import java.util.Map;

/**
 * The run that a pack judges: whose stack it is and whether anything will really be changed.
 *
 * @param organization empty where the engine knows none, as with a backend of one's own
 * @param preview whether values may still be unknown
 * @param tags the stack's tags
 */
public record Run(String organization, String project, String stack, boolean preview, Map<String, String> tags) {
    /** A run of which nothing is known. */
    public static final Run UNKNOWN = new Run("", "", "", false, Map.of());

    public Run {
        tags = Map.copyOf(tags);
    }
}
