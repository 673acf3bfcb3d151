package dev.plinth.app.webhooks;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Principal;
import dev.plinth.app.access.Reach;
import dev.plinth.app.access.Role;
import dev.plinth.app.access.Scope;
import dev.plinth.app.changes.ChangeRecorder;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.crypto.MasterKeys;
import dev.plinth.app.crypto.Vault;
import dev.plinth.app.jobs.Bell;
import dev.plinth.app.postgres.changes.ChangeTable;
import dev.plinth.app.postgres.changes.EventTable;
import dev.plinth.app.postgres.webhooks.DeliveryTable;
import dev.plinth.app.postgres.webhooks.WebhookTable;
import dev.plinth.app.support.EmptyStore;
import dev.plinth.app.support.SettableClock;
import dev.plinth.app.support.Trail;
import dev.plinth.app.webhooks.Delivery.State;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** All of webhooks over a real database, with receivers that answer as the test says. */
final class PostOffice implements AutoCloseable {
    static final String HERE = "https://hooks.example/here";
    static final String THERE = "https://hooks.example/there";
    static final Duration SOON = Duration.ofSeconds(5);
    private static final UUID LAST = new UUID(-1, -1);

    final EmptyStore store;
    final SettableClock clock = new SettableClock(Instant.parse("2030-01-01T00:00:00Z"));
    final Bell bell = new Bell();
    final FakeCourier courier = new FakeCourier();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final WebhookTable webhookTable;
    final DeliveryTable deliveryTable;
    final Webhooks webhooks;
    final Deliveries deliveries;
    final Trail changes;
    final Dispatch dispatch;

    PostOffice(Map<String, String> environment) {
        store = new EmptyStore(environment);
        var vault = new Vault(new MasterKeys(List.of("0123456789abcdef0123456789abcdef")));
        webhookTable = new WebhookTable(store.database(), vault);
        deliveryTable = new DeliveryTable(store.database(), vault);
        var log = new ChangeRecorder(new ChangeTable(store.database()), store.transactions(), new Bell());
        webhooks = new Webhooks(webhookTable, store.transactions(), log, clock, false);
        deliveries = new Deliveries(deliveryTable, new EventTable(store.database()), store.transactions(), clock, bell);
        changes = new Trail(store, deliveries::add);
        dispatch = dispatch();
    }

    @Override
    public void close() {
        store.close();
    }

    /** Sends what is due, and waits until all of it is over. */
    void run() {
        dispatch.run();
        dispatch.settle(SOON);
    }

    double count(String outcome) {
        return meters.counter("mdl.webhook.deliveries", "outcome", outcome).count();
    }

    long delivered() {
        return Long.parseLong(store.texts("select count(*) from webhook_delivery where state = 'delivered'")
                .getFirst());
    }

    Dispatch dispatch() {
        return new Dispatch(
                new Dispatch.Stores(webhooks, webhookTable, deliveryTable),
                courier,
                new Dispatch.Work(store.transactions(), clock, RandomGenerator.getDefault(), bell),
                new DeliveryMeters(meters, clock));
    }

    void happen(String domain) {
        changes.record("anna", ChangeType.DOMAIN_CREATED, domain);
        changes.order();
    }

    Webhook webhook(String url, ChangeType... types) {
        return webhooks.create(actor(Role.ADMIN.scopes()), content(url, types)).webhook();
    }

    static WebhookContent content(String url, ChangeType... types) {
        return new WebhookContent(new WebhookUrl(url), Optional.empty(), Set.of(types));
    }

    List<Delivery> list(Webhook webhook) {
        return deliveries.list(webhook, Set.of(), LAST, 100).items();
    }

    List<State> states(Webhook webhook) {
        return list(webhook).stream().map(Delivery::state).toList();
    }

    static Actor actor(Set<Scope> scopes) {
        return new Actor(
                new Principal(Principal.Kind.USER, "u-1", scopes, new Reach.Everywhere()), "203.0.113.7", "request-1");
    }
}
