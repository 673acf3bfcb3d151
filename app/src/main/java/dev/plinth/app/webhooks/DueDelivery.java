package dev.plinth.app.webhooks;

import java.util.List;
import java.util.UUID;

/** A message to be sent now; {@code attempts} is how often it was sent before. */
public record DueDelivery(
        UUID id, UUID webhook, WebhookUrl url, List<SigningSecret> secrets, Message message, int attempts) {
    public DueDelivery {
        secrets = List.copyOf(secrets);
    }
}
