package dev.plinth.app.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Servers;
import dev.plinth.app.support.SettableClock;
import dev.plinth.app.support.Trail;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.webhooks.Delivery.State;
import dev.plinth.app.webhooks.FakeCourier.Sent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
final class DispatchIT {
    private static final String HERE = "https://hooks.example/here";
    private static final String THERE = "https://hooks.example/there";
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final UUID LAST = new UUID(-1, -1);

    private final EmptyStore store;
    private final SettableClock clock = new SettableClock(Instant.parse("2030-01-01T00:00:00Z"));
    private final Bell bell = new Bell();
    private final FakeCourier courier = new FakeCourier();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final WebhookTable webhookTable;
    private final DeliveryTable deliveryTable;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Trail changes;
    private final Dispatch dispatch;

    DispatchIT(Servers servers) throws SQLException {
        store = new EmptyStore(servers.environment());
        var vault = new Vault(new MasterKeys(List.of("0123456789abcdef0123456789abcdef")));
        webhookTable = new WebhookTable(store.database(), vault);
        deliveryTable = new DeliveryTable(store.database(), vault);
        var log = new ChangeRecorder(new ChangeTable(store.database()), store.transactions(), new Bell());
        webhooks = new Webhooks(webhookTable, store.transactions(), log, clock, false);
        deliveries = new Deliveries(deliveryTable, new EventTable(store.database()), store.transactions(), clock, bell);
        changes = new Trail(store, deliveries::add);
        dispatch = dispatch();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void sendsAnEventToAllWhoWantIt() {
        Webhook all = webhook(HERE);
        Webhook other = webhook(THERE, ChangeType.METRIC_PUBLISHED);
        happen("finance");

        run();

        assertThat(courier.sent()).hasSize(1);
        assertThat(courier.sent(HERE).getFirst().body())
                .contains("\"type\":\"domain.created\"", "\"subject\":\"finance\"")
                .hasSizeLessThan(20_000);
        assertThat(states(all)).containsExactly(State.DELIVERED);
        assertThat(states(other)).isEmpty();
        assertThat(count("delivered")).isEqualTo(1);
    }

    @Test
    void theMessageIsTheEventOfTheFeed() {
        webhook(HERE);
        happen("finance");

        run();

        assertThat(courier.sent().getFirst().header("webhook-id"))
                .isEqualTo("evt_" + store.texts("select uid from event").getFirst());
    }

    @Test
    void whoSeesNoDraftsIsNotSentThem() {
        webhooks.create(actor(Set.of(Scope.WEBHOOKS_WRITE)), content(HERE));
        webhooks.create(actor(Role.ADMIN.scopes()), content(THERE));
        changes.record("anna", ChangeType.METRIC_UPDATED, "draft.one");
        changes.order();

        run();

        assertThat(courier.sent(HERE)).isEmpty();
        assertThat(courier.sent(THERE)).hasSize(1);
    }

    @Test
    void aFailureIsRepeatedOnScheduleWithTheSameIdAndANewSignature() {
        Webhook webhook = webhook(HERE);
        courier.answer(message -> FakeCourier.status(500));
        happen("finance");
        run();

        clock.advance(Duration.ofSeconds(4));
        run();
        assertThat(courier.sent()).hasSize(1);
        clock.advance(Duration.ofSeconds(2));
        run();

        assertThat(courier.sent()).hasSize(2);
        Sent first = courier.sent().get(0);
        Sent second = courier.sent().get(1);
        assertThat(second.header("webhook-id")).isEqualTo(first.header("webhook-id"));
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(Long.parseLong(second.header("webhook-timestamp")))
                .isEqualTo(Long.parseLong(first.header("webhook-timestamp")) + 6);
        assertThat(second.header("webhook-signature")).isNotEqualTo(first.header("webhook-signature"));
        Delivery delivery = list(webhook).getFirst();
        assertThat(delivery.attempts()).isEqualTo(2);
        assertThat(delivery.last().orElseThrow().status()).isEqualTo(500);
        assertThat(delivery.last().orElseThrow().detail()).isEqualTo("as said");
        assertThat(delivery.nextAt())
                .isBetween(
                        clock.instant().plus(Duration.ofMinutes(5)),
                        clock.instant().plus(Duration.ofSeconds(330)));
        assertThat(count("failed")).isEqualTo(2);
    }

    @Test
    void afterTheLastAttemptTheWebhookIsDisabledAndThatIsToldAndKept() {
        Webhook webhook = webhook(HERE);
        courier.answer(message -> new Answer.Unreachable("Nobody is there."));
        happen("finance");
        for (int attempt = 0; attempt < 10; attempt++) {
            run();
            clock.advance(Duration.ofHours(27));
        }
        run();
        changes.order();

        assertThat(courier.sent()).hasSize(10);
        assertThat(states(webhook)).containsExactly(State.FAILED);
        assertThat(webhooks.get(webhook.id()).reason()).isEqualTo("A message could not be delivered in 10 attempts.");
        assertThat(store.texts("select actor_kind from audit_event where action = 'webhook.disabled'"))
                .containsExactly("app");
        assertThat(store.texts("select subject from event where type = 'webhook.disabled'"))
                .containsExactly(webhook.id().toString());
        assertThat(count("disabled")).isEqualTo(1);
    }

    @Test
    void aReceiverThatIsGoneIsSentNothingUntilItIsEnabledAgain() {
        Webhook webhook = webhook(HERE);
        courier.answer(message -> FakeCourier.status(410));
        happen("first");
        run();
        courier.answer(message -> FakeCourier.status(204));
        happen("second");
        run();

        assertThat(courier.sent()).hasSize(1);
        assertThat(webhooks.get(webhook.id()).isActive()).isFalse();
        assertThatThrownBy(() -> deliveries.test(webhooks.get(webhook.id()))).isInstanceOf(ConflictException.class);

        webhooks.enable(actor(Role.ADMIN.scopes()), webhook.id());
        happen("third");
        run();
        assertThat(courier.sent().getLast().body()).contains("third");
        assertThat(courier.sent()).hasSize(2);
    }

    @Test
    void aReceiverThatAsksForARestIsLeftAloneAltogether() {
        webhook(HERE);
        courier.answer(message -> new Answer.Received(429, Optional.of(Duration.ofMinutes(10)), ""));
        happen("first");
        run();
        courier.answer(message -> FakeCourier.status(204));
        happen("second");
        clock.advance(Duration.ofMinutes(9));
        run();
        assertThat(courier.sent()).hasSize(1);

        clock.advance(Duration.ofMinutes(2));
        run();
        assertThat(courier.sent()).hasSize(3);
    }

    @Test
    void bothSecretsSignForADayAfterARotation() {
        Webhook webhook = webhook(HERE);
        Actor admin = actor(Role.ADMIN.scopes());
        SigningSecret secret = webhooks.rotate(admin, webhook.id()).secret();
        happen("first");
        run();
        clock.advance(Duration.ofHours(24));
        happen("second");
        run();

        Sent during = courier.sent().get(0);
        Sent after = courier.sent().get(1);
        assertThat(during.header("webhook-signature").split(" ", -1)).hasSize(2).contains(signature(secret, during));
        assertThat(after.header("webhook-signature")).isEqualTo(signature(secret, after));
    }

    @Test
    void aSlowReceiverHoldsUpNoOther() throws Exception {
        webhook(HERE);
        webhook(THERE);
        var release = new CountDownLatch(1);
        courier.answer(message -> {
            if (message.url().value().equals(HERE)) {
                await(release);
            }
            return FakeCourier.status(204);
        });
        IntStream.range(0, 20).forEach(index -> happen("d" + index));

        for (int round = 0; round < 8; round++) {
            dispatch.run();
            Thread.sleep(50);
        }

        assertThat(courier.sent(HERE)).hasSize(4);
        Eventually.becomes(20, SOON, () -> {
            dispatch.run();
            return courier.sent(THERE).size();
        });
        release.countDown();
        Eventually.becomes(20, SOON, () -> {
            dispatch.run();
            return courier.sent(HERE).size();
        });
    }

    @Test
    void severalInstancesSendEachMessageOnce() throws Exception {
        webhook(HERE);
        IntStream.range(0, 40).forEach(index -> happen("d" + index));
        List<Dispatch> instances = List.of(dispatch(), dispatch(), dispatch());

        Eventually.becomes(40L, SOON, () -> {
            var threads = new ArrayList<Thread>();
            instances.forEach(instance -> threads.add(Thread.startVirtualThread(instance::run)));
            for (Thread thread : threads) {
                thread.join();
            }
            return delivered();
        });

        assertThat(courier.sent().stream().map(message -> message.header("webhook-id")))
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatADeadInstanceHadTakenIsSentByAnother() {
        webhook(HERE);
        happen("finance");
        // Taken, and never concluded.
        deliveryTable.take(clock.instant(), clock.instant().plusSeconds(60), List.of(), 4);
        run();
        assertThat(courier.sent()).isEmpty();

        clock.advance(Duration.ofSeconds(61));
        run();
        assertThat(courier.sent()).hasSize(1);
    }

    @Test
    void replaysWhatHappenedInATimeWithTheIdsItHad() {
        Webhook webhook = webhook(HERE, ChangeType.DOMAIN_CREATED);
        happen("first");
        changes.record("anna", ChangeType.DOMAIN_DELETED, "first");
        happen("second");
        run();
        Instant second = store.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select at from event where subject = 'second'")
                        .mapTo(Instant.class)
                        .one());

        assertThat(deliveries.replay(webhook, Instant.EPOCH, second)).isEqualTo(1);
        assertThat(deliveries.replay(webhook, second, second.plusSeconds(1))).isEqualTo(1);
        run();

        assertThat(courier.sent().stream()
                        .map(message -> message.header("webhook-id"))
                        .distinct())
                .hasSize(2);
        assertThat(courier.sent()).hasSize(4);
    }

    @Test
    void aDeliveryIsSentAgainWhenSomebodyAsks() {
        Webhook webhook = webhook(HERE);
        happen("finance");
        run();

        Delivery again = deliveries.redeliver(webhook, list(webhook).getFirst().id());
        assertThat(again.state()).isEqualTo(State.PENDING);
        assertThat(again.attempts()).isZero();
        run();

        assertThat(courier.sent()).hasSize(2);
        assertThat(list(webhook)).hasSize(1);
    }

    @Test
    void theAgeOfWhatIsDueIsMeasured() {
        webhook(HERE);
        happen("finance");
        clock.advance(Duration.ofSeconds(90));
        courier.answer(message -> FakeCourier.status(500));

        dispatch.run();

        assertThat(meters.get("mdl.webhook.oldest.due").gauge().value()).isEqualTo(90.0);
    }

    @Test
    void whatIsOverIsForgottenInTheEnd() {
        Webhook webhook = webhook(HERE);
        happen("finance");
        run();
        happen("waiting");

        assertThat(deliveryTable.forget(Instant.EPOCH)).isZero();
        assertThat(deliveryTable.forget(Instant.parse("2100-01-01T00:00:00Z"))).isEqualTo(1);
        assertThat(states(webhook)).containsExactly(State.PENDING);
    }

    @Test
    void theSecretIsSealedInTheDatabase() {
        var made = webhooks.create(actor(Role.ADMIN.scopes()), content(HERE));

        assertThat(store.texts("select encode(secret, 'escape') from webhook").getFirst())
                .doesNotContain(made.secret().value().substring(6));
        assertThat(store.texts("select coalesce(after::text, '') from audit_event"))
                .noneMatch(after -> after.contains("whsec_"));
    }

    /** Sends what is due, and waits until all of it is over. */
    private void run() {
        dispatch.run();
        dispatch.settle(SOON);
    }

    private double count(String outcome) {
        return meters.counter("mdl.webhook.deliveries", "outcome", outcome).count();
    }

    private long delivered() {
        return Long.parseLong(store.texts("select count(*) from webhook_delivery where state = 'delivered'")
                .getFirst());
    }

    private Dispatch dispatch() {
        return new Dispatch(
                new Dispatch.Stores(webhooks, webhookTable, deliveryTable),
                courier,
                new Dispatch.Work(store.transactions(), clock, RandomGenerator.getDefault(), bell),
                new DeliveryMeters(meters, clock));
    }

    private void happen(String domain) {
        changes.record("anna", ChangeType.DOMAIN_CREATED, domain);
        changes.order();
    }

    private Webhook webhook(String url, ChangeType... types) {
        return webhooks.create(actor(Role.ADMIN.scopes()), content(url, types)).webhook();
    }

    private static WebhookContent content(String url, ChangeType... types) {
        return new WebhookContent(new WebhookUrl(url), Optional.empty(), Set.of(types));
    }

    private List<Delivery> list(Webhook webhook) {
        return deliveries.list(webhook, Set.of(), LAST, 100).items();
    }

    private List<State> states(Webhook webhook) {
        return list(webhook).stream().map(Delivery::state).toList();
    }

    private static String signature(SigningSecret secret, Sent message) {
        return secret.sign(
                message.header("webhook-id"), Long.parseLong(message.header("webhook-timestamp")), message.body());
    }

    private static Actor actor(Set<Scope> scopes) {
        return new Actor(
                new Principal(Principal.Kind.USER, "u-1", scopes, new Reach.Everywhere()), "203.0.113.7", "request-1");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
