package dev.plinth.app.webhooks;

import static java.lang.System.Logger.Level.WARNING;

import dev.plinth.app.jobs.Bell;
import dev.plinth.app.lifecycle.Failures;
import dev.plinth.app.webhooks.Delivery.LastAttempt;
import dev.plinth.app.webhooks.Delivery.State;
import dev.plinth.app.work.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Sends what is due, to each webhook a few messages at a time, so that a slow one holds up no other. Several instances of
 * the app may do so at once: a message is taken by one of them.
 */
public final class Dispatch {
    private static final System.Logger LOG = System.getLogger(Dispatch.class.getName());

    /** How many messages are on their way to one webhook at most. */
    private static final int AT_ONCE = 4;

    /** Longer than any attempt takes: then whoever took a message is dead, and another one sends it. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration SETTLE_LOOK = Duration.ofMillis(10);

    private final Stores stores;
    private final Courier courier;
    private final Work work;
    private final DeliveryMeters meters;
    private final Map<UUID, Integer> busy = new ConcurrentHashMap<>();

    public Dispatch(Stores stores, Courier courier, Work work, DeliveryMeters meters) {
        this.stores = stores;
        this.courier = courier;
        this.work = work;
        this.meters = meters;
    }

    /** Where webhooks and deliveries are. */
    public record Stores(Webhooks webhooks, WebhookStore webhookStore, DeliveryStore deliveries) {}

    /** What work is done by; the bell is rung when a webhook can take more. */
    public record Work(Transactions transactions, Clock clock, RandomGenerator random, Bell bell) {}

    /** Begins to send what is due, and returns before it has arrived. */
    public void run() {
        Instant now = work.clock().instant();
        meters.oldestDue(stores.deliveries().oldestDue(now));
        List<DueDelivery> due = stores.deliveries().take(now, now.plus(LEASE), busy.keySet(), AT_ONCE);
        Map<UUID, List<DueDelivery>> byWebhook = due.stream().collect(Collectors.groupingBy(DueDelivery::webhook));
        byWebhook.forEach((webhook, messages) -> busy.put(webhook, messages.size()));
        due.forEach(delivery -> Thread.ofVirtual().name("webhook").start(() -> send(delivery)));
    }

    /** Returns when nothing is on its way any more, or when the time is over. */
    public void settle(Duration longest) {
        long begin = System.nanoTime();
        try {
            while (!busy.isEmpty() && System.nanoTime() - begin < longest.toNanos()) {
                Thread.sleep(SETTLE_LOOK);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(DueDelivery delivery) {
        try {
            Answer answer = courier.post(
                    delivery.url(), headers(delivery), delivery.message().body());
            conclude(delivery, answer);
        } catch (RuntimeException failure) {
            // It is sent again when the lease is over: twice is better than never.
            LOG.log(WARNING, "The outcome of a delivery could not be kept: {0}", Failures.root(failure));
        } finally {
            if (busy.merge(delivery.webhook(), -1, Integer::sum) == 0) {
                busy.remove(delivery.webhook());
                work.bell().ring();
            }
        }
    }

    private Map<String, String> headers(DueDelivery delivery) {
        String id = delivery.message().id();
        long timestamp = work.clock().instant().getEpochSecond();
        String signatures = delivery.secrets().stream()
                .map(secret -> secret.sign(id, timestamp, delivery.message().body()))
                .collect(Collectors.joining(" "));
        Map<String, String> headers = new HashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(timestamp));
        headers.put("webhook-signature", signatures);
        return headers;
    }

    private void conclude(DueDelivery delivery, Answer answer) {
        Instant now = work.clock().instant();
        var attempt = LastAttempt.of(answer, now);
        Outcome outcome = Outcome.of(answer, delivery.attempts(), now, work.random());
        work.transactions().within(() -> {
            switch (outcome) {
                case Outcome.Delivered delivered ->
                    stores.deliveries().conclude(delivery.id(), State.DELIVERED, now, attempt);
                case Outcome.Again again -> {
                    stores.deliveries().conclude(delivery.id(), State.PENDING, again.at(), attempt);
                    again.pausedUntil().ifPresent(until -> stores.webhookStore().pause(delivery.webhook(), until));
                }
                case Outcome.Disabled disabled -> {
                    stores.deliveries().conclude(delivery.id(), State.FAILED, now, attempt);
                    stores.webhooks().disable(delivery.webhook(), disabled.reason());
                }
            }
            return outcome;
        });
        meters.count(outcome);
    }
}
