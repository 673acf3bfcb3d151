package dev.plinth.app.changes;

import dev.plinth.app.values.InvalidValueException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What can happen. Those that are events are told to webhooks and in the feed; the others only to the audit trail. */
public enum ChangeType {
    METRIC_CREATED("metric.created", true),
    METRIC_UPDATED("metric.updated", true),
    METRIC_PUBLISHED("metric.published", true),
    METRIC_DEPRECATED("metric.deprecated", true),
    METRIC_RETIRED("metric.retired", true),
    METRIC_RENAMED("metric.renamed", true),
    METRIC_RESTORED("metric.restored", true),
    METRIC_DELETED("metric.deleted", true),
    METRIC_UNDELETED("metric.undeleted", true),
    RELATIONSHIP_ADDED("relationship.added", true),
    RELATIONSHIP_REMOVED("relationship.removed", true),
    CONSUMER_ADDED("consumer.added", true),
    CONSUMER_REMOVED("consumer.removed", true),
    DOMAIN_CREATED("domain.created", true),
    DOMAIN_UPDATED("domain.updated", true),
    DOMAIN_DELETED("domain.deleted", true),
    DOMAIN_MEMBERS_CHANGED("domain.members_changed", false),
    OBJECTIVE_CREATED("objective.created", true),
    OBJECTIVE_UPDATED("objective.updated", true),
    OBJECTIVE_DELETED("objective.deleted", true),
    KEY_RESULT_CHECKED_IN("key_result.checked_in", true),
    KEY_RESULT_OFF_TRACK("key_result.off_track", true),
    WEBHOOK_CREATED("webhook.created", false),
    WEBHOOK_UPDATED("webhook.updated", false),
    WEBHOOK_DELETED("webhook.deleted", false),
    WEBHOOK_DISABLED("webhook.disabled", true),
    USER_CREATED("user.created", false),
    USER_UPDATED("user.updated", false),
    USER_ERASED("user.erased", false),
    USER_EXPORTED("user.exported", false),
    PASSWORD_CHANGED("password.changed", false),
    SESSION_OPENED("session.opened", false),
    SESSION_REFUSED("session.refused", false),
    SESSION_CLOSED("session.closed", false),
    API_KEY_CREATED("api_key.created", false),
    API_KEY_UPDATED("api_key.updated", false),
    API_KEY_ROTATED("api_key.rotated", false),
    API_KEY_REVOKED("api_key.revoked", false),
    IMPORT_DONE("import.done", false);

    private final String text;
    private final boolean event;

    ChangeType(String text, boolean event) {
        this.text = text;
        this.event = event;
    }

    /** The type of this text; throws {@link InvalidValueException} with all of them when there is none. */
    public static ChangeType of(String text) {
        return Arrays.stream(values())
                .filter(type -> type.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("must be one of " + texts(List.of(values()))));
    }

    /** The type of this text among those that are events; throws {@link InvalidValueException} when there is none. */
    public static ChangeType event(String text) {
        return events().stream()
                .filter(type -> type.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("must be one of " + texts(events())));
    }

    /** Those that are told to the outside. */
    public static List<ChangeType> events() {
        return Arrays.stream(values()).filter(ChangeType::isEvent).toList();
    }

    private static String texts(Collection<ChangeType> types) {
        return types.stream().map(ChangeType::text).collect(Collectors.joining(", "));
    }

    /** What happened, for a person to read. */
    public String sentence() {
        String[] parts = text.replace('_', ' ').split("\\.", 2);
        String article = "aeiou".indexOf(parts[0].charAt(0)) < 0 ? "A" : "An";
        return "%s %s was %s.".formatted(article, parts[0], parts[1]);
    }

    public boolean isEvent() {
        return event;
    }

    /** As it stands in events and in the audit trail: the thing, a dot, and what happened. */
    public String text() {
        return text;
    }
}
