package dev.plinth.app.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where webhooks are kept. */
public interface WebhookStore {
    Webhook insert(UUID id, WebhookContent content, boolean restricted, SigningSecret secret);

    Optional<Webhook> find(UUID id);

    /** Nobody else changes it until the open transaction has ended. */
    Optional<Webhook> lock(UUID id);

    /** Those with an id above {@code after}, in the order of their ids. */
    List<Webhook> list(UUID after, int limit);

    Webhook update(UUID id, WebhookContent content, boolean restricted);

    void delete(UUID id);

    /** From now on messages are signed with this secret, and until {@code oldUntil} with the one before it too. */
    Webhook rotate(UUID id, SigningSecret secret, Instant oldUntil);

    /** An empty reason makes it active again, without any rest that its receiver asked for. */
    Webhook setReason(UUID id, String reason);

    void pause(UUID id, Instant until);
}
