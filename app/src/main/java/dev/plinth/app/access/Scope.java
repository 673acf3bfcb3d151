package dev.plinth.app.access;

import dev.plinth.app.values.InvalidValueException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A right that a caller has or has not. */
public enum Scope {
    METRICS_READ,
    METRICS_WRITE,
    METRICS_PUBLISH,
    METRICS_DELETE,
    DOMAINS_READ,
    DOMAINS_WRITE,
    OBJECTIVES_READ,
    OBJECTIVES_WRITE,
    WEBHOOKS_READ,
    WEBHOOKS_WRITE,
    EVENTS_READ,
    AUDIT_READ,
    USERS_READ,
    USERS_WRITE,
    OPERATIONS_READ;

    /** As it stands in tokens and in JSON, for example {@code metrics:read}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** Throws {@link InvalidValueException} with all scopes when there is none of this text. */
    public static Scope of(String text) {
        return Arrays.stream(values())
                .filter(scope -> scope.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("must be one of "
                        + Arrays.stream(values()).map(Scope::text).collect(Collectors.joining(", "))));
    }
}
