package dev.plinth.app.webhooks;

import dev.plinth.app.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A webhook as it is kept. {@code restricted} ones are told of drafts; {@code reason} says why one is not active, and
 * is empty when it is.
 */
public record Webhook(
        UUID id,
        WebhookContent content,
        boolean restricted,
        String reason,
        long revision,
        Instant createdAt,
        Instant updatedAt) {
    public boolean isActive() {
        return reason.isEmpty();
    }

    /** Whether it is to be told of this event. */
    boolean wants(Event event) {
        return (content.types().isEmpty() || content.types().contains(event.type()))
                && (restricted || !event.restricted());
    }
}
