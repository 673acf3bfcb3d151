package dev.plinth.app.webhooks;

import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.values.Label;
import java.util.Optional;
import java.util.Set;

/** What people decide of a webhook; no types stand for all. */
public record WebhookContent(WebhookUrl url, Optional<Label> description, Set<ChangeType> types) {
    public WebhookContent {
        types = Set.copyOf(types);
    }
}
