package dev.plinth.app.webhooks;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Webhooks that are forgotten when the test ends. */
final class MemoryWebhooks implements WebhookStore {
    private final Map<UUID, Webhook> webhooks = new TreeMap<>();
    private final Map<UUID, List<SigningSecret>> secrets = new HashMap<>();
    private final Map<UUID, Instant> pauses = new HashMap<>();

    List<SigningSecret> secrets(UUID id) {
        return secrets.getOrDefault(id, List.of());
    }

    Optional<Instant> pausedUntil(UUID id) {
        return Optional.ofNullable(pauses.get(id));
    }

    @Override
    public Webhook insert(UUID id, WebhookContent content, boolean restricted, SigningSecret secret) {
        secrets.put(id, List.of(secret));
        return put(new Webhook(id, content, restricted, "", 1, Instant.EPOCH, Instant.EPOCH));
    }

    @Override
    public Optional<Webhook> find(UUID id) {
        return Optional.ofNullable(webhooks.get(id));
    }

    @Override
    public Optional<Webhook> lock(UUID id) {
        return find(id);
    }

    @Override
    public List<Webhook> list(UUID after, int limit) {
        return webhooks.values().stream().limit(limit).toList();
    }

    @Override
    public Webhook update(UUID id, WebhookContent content, boolean restricted) {
        return changed(id, content, restricted, "");
    }

    @Override
    public void delete(UUID id) {
        webhooks.remove(id);
    }

    @Override
    public Webhook rotate(UUID id, SigningSecret secret, Instant oldUntil) {
        secrets.put(id, List.of(secret, secrets(id).getFirst()));
        Webhook webhook = find(id).orElseThrow();
        return changed(id, webhook.content(), webhook.restricted(), webhook.reason());
    }

    @Override
    public Webhook setReason(UUID id, String reason) {
        Webhook webhook = find(id).orElseThrow();
        return changed(id, webhook.content(), webhook.restricted(), reason);
    }

    @Override
    public void pause(UUID id, Instant until) {
        pauses.put(id, until);
    }

    private Webhook changed(UUID id, WebhookContent content, boolean restricted, String reason) {
        long revision = find(id).orElseThrow().revision() + 1;
        return put(new Webhook(id, content, restricted, reason, revision, Instant.EPOCH, Instant.EPOCH));
    }

    private Webhook put(Webhook webhook) {
        webhooks.put(webhook.id(), webhook);
        return webhook;
    }
}
