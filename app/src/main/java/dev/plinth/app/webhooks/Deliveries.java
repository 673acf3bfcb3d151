package dev.plinth.app.webhooks;

import dev.plinth.app.events.Event;
import dev.plinth.app.events.EventStore;
import dev.plinth.app.jobs.Bell;
import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Slice;
import dev.plinth.app.work.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What is to be sent to webhooks, and what was. */
public final class Deliveries {
    /** As many events as are sent again in one go. */
    public static final int REPLAY_MAX = 10_000;

    private final DeliveryStore store;
    private final EventStore events;
    private final Transactions transactions;
    private final Clock clock;
    private final Bell bell;

    /** The bell is rung when there is something to be sent. */
    public Deliveries(DeliveryStore store, EventStore events, Transactions transactions, Clock clock, Bell bell) {
        this.store = store;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.bell = bell;
    }

    /** Puts down what is to be sent of new events, in the transaction that makes them known. */
    public void add(List<Event> news) {
        Instant now = clock.instant();
        news.forEach(event -> store.insertForAll(Message.of(event), event.restricted(), now));
        transactions.afterwards(bell::ring);
    }

    /** Sends a message that tells nothing. */
    public Delivery test(Webhook webhook) {
        return transactions.within(() -> {
            requireActive(webhook);
            Instant now = clock.instant();
            return sent(store.insert(webhook.id(), Message.test(webhook.id(), now), now));
        });
    }

    public Delivery redeliver(Webhook webhook, UUID id) {
        return transactions.within(() -> {
            get(webhook, id);
            requireActive(webhook);
            return sent(store.reset(id, clock.instant()));
        });
    }

    /**
     * Sends again all that happened from {@code since} on and before {@code until}, and that the webhook wants; tells how
     * much that is.
     */
    public int replay(Webhook webhook, Instant since, Instant until) {
        return transactions.within(() -> {
            requireActive(webhook);
            List<Event> found = events.between(since, until, REPLAY_MAX + 1);
            if (found.size() > REPLAY_MAX) {
                throw new ConflictException(
                        Conflict.WRONG_STATE,
                        "More than %d events happened in that time; ask for a shorter one.".formatted(REPLAY_MAX));
            }
            Instant now = clock.instant();
            List<Event> wanted = found.stream().filter(webhook::wants).toList();
            wanted.forEach(event -> store.insert(webhook.id(), Message.of(event), now));
            transactions.afterwards(bell::ring);
            return wanted.size();
        });
    }

    public Delivery get(Webhook webhook, UUID id) {
        return store.find(webhook.id(), id).orElseThrow(() -> new NotFoundException("delivery", id.toString()));
    }

    /** Those with an id below {@code before}, the newest first; no states stand for all. */
    public Slice<Delivery> list(Webhook webhook, Set<Delivery.State> states, UUID before, int limit) {
        return Slice.of(store.list(webhook.id(), states, before, limit + 1), limit);
    }

    private Delivery sent(Delivery delivery) {
        transactions.afterwards(bell::ring);
        return delivery;
    }

    private static void requireActive(Webhook webhook) {
        if (!webhook.isActive()) {
            throw new ConflictException(
                    Conflict.WRONG_STATE, "The webhook is disabled: enable it before you send to it.");
        }
    }
}
