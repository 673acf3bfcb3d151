package dev.plinth.app;

import dev.plinth.app.crypto.MasterKeys;
import dev.plinth.app.crypto.Vault;
import dev.plinth.app.events.Event;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.webhooks.DeliveryOperations;
import dev.plinth.app.http.webhooks.WebhookOperations;
import dev.plinth.app.jobs.Bell;
import dev.plinth.app.jobs.Job;
import dev.plinth.app.outbound.HttpCourier;
import dev.plinth.app.outbound.Targets;
import dev.plinth.app.outbound.TracedCourier;
import dev.plinth.app.postgres.SealedRows;
import dev.plinth.app.postgres.changes.EventTable;
import dev.plinth.app.postgres.webhooks.DeliveryTable;
import dev.plinth.app.postgres.webhooks.WebhookSecrets;
import dev.plinth.app.postgres.webhooks.WebhookTable;
import dev.plinth.app.webhooks.Deliveries;
import dev.plinth.app.webhooks.DeliveryMeters;
import dev.plinth.app.webhooks.Dispatch;
import dev.plinth.app.webhooks.Webhooks;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Webhooks: who is told of events, and how messages get there. */
final class WebhookFeature implements AutoCloseable {
    /** How long one message may take. */
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    /** How long is waited at the end for what is on its way. */
    private static final Duration FINISH = Duration.ofSeconds(3);

    /** How often it is looked for messages whose time has come. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Duration GATHER = Duration.ofMillis(5);

    /** How long it can be looked up what became of a message. */
    private static final Duration MEMORY = Duration.ofDays(30);

    private final Foundations foundations;
    private final Bell bell = new Bell();
    private final WebhookTable webhookTable;
    private final DeliveryTable deliveryTable;
    private final SealedRows sealed;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final HttpCourier courier;
    private final Dispatch dispatch;

    WebhookFeature(Foundations foundations) {
        this.foundations = foundations;
        Targets targets = foundations.configuration().webhookTargets();
        var vault =
                new Vault(new MasterKeys(foundations.configuration().identity().masterKeys()));
        webhookTable = new WebhookTable(foundations.database(), vault);
        sealed = new WebhookSecrets(vault);
        deliveryTable = new DeliveryTable(foundations.database(), vault);
        webhooks = new Webhooks(
                webhookTable,
                foundations.transactions(),
                foundations.changes(),
                foundations.clock(),
                targets == Targets.ANY);
        deliveries = new Deliveries(
                deliveryTable,
                new EventTable(foundations.database()),
                foundations.transactions(),
                foundations.clock(),
                bell);
        courier = new HttpCourier(targets, TIMEOUT, foundations.clock());
        dispatch = new Dispatch(
                new Dispatch.Stores(webhooks, webhookTable, deliveryTable),
                new TracedCourier(courier, foundations.telemetry().tracing()),
                new Dispatch.Work(foundations.transactions(), foundations.clock(), new SecureRandom(), bell),
                new DeliveryMeters(foundations.meters(), foundations.clock()));
    }

    List<Operations> operations() {
        return List.of(new WebhookOperations(webhooks), new DeliveryOperations(webhooks, deliveries));
    }

    List<Job> jobs() {
        return List.of(
                new Job("webhooks", GATHER, () -> bell.await(LOOK), dispatch::run),
                new Job("webhook-memory", Duration.ofHours(1), this::forget));
    }

    private void forget() {
        Instant now = foundations.clock().instant();
        deliveryTable.forget(now.minus(MEMORY));
        webhookTable.forgetOldSecrets(now);
    }

    /** What other master keys than the newest one may have sealed. */
    SealedRows sealed() {
        return sealed;
    }

    /** Puts down what is to be sent of new events. */
    void tell(List<Event> events) {
        deliveries.add(events);
    }

    /** What is on its way may still arrive; the rest another instance sends. */
    @Override
    public void close() {
        dispatch.settle(FINISH);
        courier.close();
    }
}
