package dev.plinth.app.webhooks;

import dev.plinth.app.webhooks.Delivery.LastAttempt;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where deliveries are kept. */
public interface DeliveryStore {
    Delivery insert(UUID webhook, Message message, Instant now);

    /** To all active webhooks that want it. */
    void insertForAll(Message message, boolean restricted, Instant now);

    Optional<Delivery> find(UUID webhook, UUID id);

    /** Those with an id below {@code before} in one of these states, the newest first. */
    List<Delivery> list(UUID webhook, Collection<Delivery.State> states, UUID before, int limit);

    /** Makes it pending as if it had never been sent. */
    Delivery reset(UUID id, Instant now);

    /**
     * What is due, at most {@code limit} a webhook and nothing to those that are {@code busy}. It counts as not due
     * until {@code lease}, by when it is sent again in case whoever took it has died.
     */
    List<DueDelivery> take(Instant now, Instant lease, Collection<UUID> busy, int limit);

    void conclude(UUID id, Delivery.State state, Instant nextAt, LastAttempt attempt);

    /** When that became due which waits longest. */
    Optional<Instant> oldestDue(Instant now);

    /** Forgets what is older and was delivered, was given up, or waits for a webhook that is disabled. */
    int forget(Instant before);
}
