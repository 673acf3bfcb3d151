package dev.plinth.app.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.changes.Change;

/** Which changes only those may know of who see drafts: a metric's name is no secret once it was published. */
final class Restriction {
    private static final String PUBLISHED_VERSION = "published_version";

    static boolean covers(Change change) {
        return switch (change.type()) {
            case METRIC_PUBLISHED, METRIC_DEPRECATED, METRIC_RETIRED, METRIC_DELETED, METRIC_UNDELETED ->
                !wasPublished(change.before()) && !wasPublished(change.after());
            case DOMAIN_CREATED,
                    DOMAIN_UPDATED,
                    DOMAIN_DELETED,
                    OBJECTIVE_CREATED,
                    OBJECTIVE_UPDATED,
                    OBJECTIVE_DELETED,
                    KEY_RESULT_CHECKED_IN -> false;
            // Edits are drafts until they are published; edges and consumers may belong to a draft.
            default -> true;
        };
    }

    private static boolean wasPublished(JsonNode metric) {
        return metric.path(PUBLISHED_VERSION).isTextual();
    }

    private Restriction() {}
}
