package dev.plinth.app.webhooks;

import dev.plinth.app.access.Actor;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeLog;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Slice;
import dev.plinth.app.work.Transactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The webhooks that people set up. */
public final class Webhooks {
    /** How long the old secret signs beside the new one. */
    private static final Duration OVERLAP = Duration.ofHours(24);

    private final WebhookStore store;
    private final Transactions transactions;
    private final ChangeLog changes;
    private final Clock clock;
    private final boolean plainAllowed;
    private final SecureRandom random = new SecureRandom();

    /** {@code plainAllowed} tells whether addresses may begin with {@code http://}. */
    public Webhooks(
            WebhookStore store, Transactions transactions, ChangeLog changes, Clock clock, boolean plainAllowed) {
        this.store = store;
        this.transactions = transactions;
        this.changes = changes;
        this.clock = clock;
        this.plainAllowed = plainAllowed;
    }

    /** A webhook and its secret, which is never told again. */
    public record Secured(Webhook webhook, SigningSecret secret) {}

    public Secured create(Actor actor, WebhookContent content) {
        requireAllowed(content.url());
        return transactions.within(() -> {
            SigningSecret secret = SigningSecret.random(random);
            Webhook webhook =
                    store.insert(UUID.randomUUID(), content, actor.principal().seesDrafts(), secret);
            changes.record(
                    actor,
                    Change.made(ChangeType.WEBHOOK_CREATED, webhook.id().toString(), WebhookJson.write(webhook)));
            return new Secured(webhook, secret);
        });
    }

    public Webhook get(UUID id) {
        return store.find(id).orElseThrow(() -> missing(id));
    }

    public Slice<Webhook> list(UUID after, int limit) {
        return Slice.of(store.list(after, limit + 1), limit);
    }

    /** Who changes a webhook can make it tell no more than they may see themselves. */
    public Webhook change(Actor actor, UUID id, IfMatch seen, UnaryOperator<WebhookContent> edit) {
        return transactions.within(() -> {
            Webhook before = locked(id);
            seen.check(before.revision());
            WebhookContent content = edit.apply(before.content());
            requireAllowed(content.url());
            boolean restricted = before.restricted() && actor.principal().seesDrafts();
            return recorded(actor, before, store.update(id, content, restricted));
        });
    }

    public void delete(Actor actor, UUID id, IfMatch seen) {
        transactions.within(() -> {
            Webhook webhook = locked(id);
            seen.check(webhook.revision());
            store.delete(id);
            changes.record(actor, Change.gone(ChangeType.WEBHOOK_DELETED, id.toString(), WebhookJson.write(webhook)));
            return webhook;
        });
    }

    public Secured rotate(Actor actor, UUID id) {
        return transactions.within(() -> {
            Webhook before = locked(id);
            SigningSecret secret = SigningSecret.random(random);
            Webhook after = store.rotate(id, secret, clock.instant().plus(OVERLAP));
            return new Secured(recorded(actor, before, after), secret);
        });
    }

    /** Messages that still wait are sent from now on. */
    public Webhook enable(Actor actor, UUID id) {
        return transactions.within(() -> {
            Webhook before = locked(id);
            return before.isActive() ? before : recorded(actor, before, store.setReason(id, ""));
        });
    }

    /** Stops sending to it until somebody enables it again. */
    void disable(UUID id, String reason) {
        transactions.within(() -> {
            store.lock(id).filter(Webhook::isActive).ifPresent(before -> {
                Webhook after = store.setReason(id, reason);
                changes.record(
                        Actor.APP,
                        new Change(
                                ChangeType.WEBHOOK_DISABLED,
                                id.toString(),
                                WebhookJson.write(before),
                                WebhookJson.write(after)));
            });
            return id;
        });
    }

    private Webhook recorded(Actor actor, Webhook before, Webhook after) {
        changes.record(
                actor,
                new Change(
                        ChangeType.WEBHOOK_UPDATED,
                        before.id().toString(),
                        WebhookJson.write(before),
                        WebhookJson.write(after)));
        return after;
    }

    private Webhook locked(UUID id) {
        return store.lock(id).orElseThrow(() -> missing(id));
    }

    private void requireAllowed(WebhookUrl url) {
        if (!url.isEncrypted() && !plainAllowed) {
            throw new InvalidFieldException("/url", "must begin with https://");
        }
    }

    private static NotFoundException missing(UUID id) {
        return new NotFoundException("webhook", id.toString());
    }
}
