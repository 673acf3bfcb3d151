package dev.plinth.app.webhooks;

import dev.plinth.app.webhooks.Delivery.LastAttempt;
import dev.plinth.app.webhooks.Delivery.State;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Deliveries that are forgotten when the test ends. */
final class MemoryDeliveries implements DeliveryStore {
    private final MemoryWebhooks webhooks;
    private final Map<UUID, Delivery> deliveries = new TreeMap<>();

    MemoryDeliveries(MemoryWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public synchronized Delivery insert(UUID webhook, Message message, Instant now) {
        return put(new Delivery(
                new UUID(0, deliveries.size() + 1L), webhook, message, State.PENDING, 0, now, Optional.empty(), now));
    }

    @Override
    public synchronized void insertForAll(Message message, boolean restricted, Instant now) {
        webhooks.list(new UUID(0, 0), 100).stream()
                .filter(webhook -> webhook.restricted() || !restricted)
                .forEach(webhook -> insert(webhook.id(), message, now));
    }

    @Override
    public synchronized Optional<Delivery> find(UUID webhook, UUID id) {
        return Optional.ofNullable(deliveries.get(id));
    }

    @Override
    public synchronized List<Delivery> list(UUID webhook, Collection<State> states, UUID before, int limit) {
        return deliveries.values().stream().limit(limit).toList();
    }

    @Override
    public synchronized Delivery reset(UUID id, Instant now) {
        Delivery old = Objects.requireNonNull(deliveries.get(id));
        return put(new Delivery(id, old.webhook(), old.message(), State.PENDING, 0, now, old.last(), old.createdAt()));
    }

    @Override
    public synchronized List<DueDelivery> take(Instant now, Instant lease, Collection<UUID> busy, int limit) {
        List<Delivery> due = deliveries.values().stream()
                .filter(delivery ->
                        delivery.state() == State.PENDING && !delivery.nextAt().isAfter(now))
                .filter(delivery -> !busy.contains(delivery.webhook()))
                .limit(limit)
                .toList();
        due.forEach(delivery -> put(new Delivery(
                delivery.id(),
                delivery.webhook(),
                delivery.message(),
                State.PENDING,
                delivery.attempts(),
                lease,
                delivery.last(),
                delivery.createdAt())));
        return due.stream().map(this::due).toList();
    }

    private DueDelivery due(Delivery delivery) {
        UUID webhook = delivery.webhook();
        WebhookUrl url = webhooks.find(webhook).orElseThrow().content().url();
        return new DueDelivery(
                delivery.id(), webhook, url, webhooks.secrets(webhook), delivery.message(), delivery.attempts());
    }

    @Override
    public synchronized void conclude(UUID id, State state, Instant nextAt, LastAttempt attempt) {
        Delivery old = Objects.requireNonNull(deliveries.get(id));
        put(new Delivery(
                id,
                old.webhook(),
                old.message(),
                state,
                old.attempts() + 1,
                nextAt,
                Optional.of(attempt),
                old.createdAt()));
    }

    @Override
    public synchronized Optional<Instant> oldestDue(Instant now) {
        return deliveries.values().stream()
                .filter(delivery -> delivery.state() == State.PENDING)
                .map(Delivery::nextAt)
                .min(Instant::compareTo);
    }

    @Override
    public synchronized int forget(Instant before) {
        int size = deliveries.size();
        deliveries.clear();
        return size;
    }

    private Delivery put(Delivery delivery) {
        deliveries.put(delivery.id(), delivery);
        return delivery;
    }
}
