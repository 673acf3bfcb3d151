package dev.plinth.app.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.access.Actor;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.events.Event;
import dev.plinth.app.events.MemoryEvents;
import dev.plinth.app.jobs.Bell;
import dev.plinth.app.support.DirectTransactions;
import dev.plinth.app.support.SettableClock;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.webhooks.Delivery.State;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class DispatchTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);
    private static final WebhookContent CONTENT =
            new WebhookContent(new WebhookUrl("https://hooks.example/"), Optional.of(new Label("A hook")), Set.of());

    private final SettableClock clock = new SettableClock(START);
    private final FakeCourier courier = new FakeCourier();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DirectTransactions transactions = new DirectTransactions();
    private final List<Change> changes = new ArrayList<>();
    private final MemoryEvents events = new MemoryEvents();
    private final MemoryWebhooks webhookStore = new MemoryWebhooks();
    private final MemoryDeliveries deliveryStore = new MemoryDeliveries(webhookStore);
    private final Bell bell = new Bell();
    private final Webhooks webhooks =
            new Webhooks(webhookStore, transactions, (actor, change) -> changes.add(change), clock, false);
    private final Deliveries deliveries = new Deliveries(deliveryStore, events, transactions, clock, bell);
    private final Dispatch dispatch = new Dispatch(
            new Dispatch.Stores(webhooks, webhookStore, deliveryStore),
            courier,
            new Dispatch.Work(transactions, clock, RandomGenerator.getDefault(), bell),
            new DeliveryMeters(meters, clock));
    private final Webhook webhook = webhooks.create(Actor.APP, CONTENT).webhook();

    @Test
    void aDeliveryThatArrivesIsConcluded() {
        deliveries.add(List.of(event(1)));
        clock.advance(Duration.ofSeconds(3));

        run();

        assertThat(courier.sent().getFirst().header("webhook-id")).isEqualTo(event(1).id());
        assertThat(only().state()).isEqualTo(State.DELIVERED);
        assertThat(meters.get("mdl.webhook.oldest.due").gauge().value()).isEqualTo(3.0);
        assertThat(WebhookJson.write(only()).has("next_attempt_at")).isFalse();
        assertThat(WebhookJson.write(only()).at("/last_attempt/status").asInt()).isEqualTo(204);
    }

    @Test
    void aFailureIsSentAgainAndARestIsGiven() {
        courier.answer(message -> new Answer.Received(429, Optional.of(Duration.ofMinutes(2)), "slowly"));
        deliveries.test(webhook);

        run();

        assertThat(only().nextAt()).isEqualTo(START.plus(Duration.ofMinutes(2)));
        assertThat(webhookStore.pausedUntil(webhook.id())).contains(START.plus(Duration.ofMinutes(2)));
        assertThat(WebhookJson.write(only()).at("/next_attempt_at").asText()).isEqualTo("2026-01-01T00:02:00Z");
        assertThat(meters.counter("mdl.webhook.deliveries", "outcome", "failed").count())
                .isEqualTo(1);
    }

    @Test
    void whoIsGoneIsDisabledOnceAndThatIsKept() {
        courier.answer(message -> FakeCourier.status(410));
        deliveries.test(webhook);
        deliveries.test(webhook);

        run();

        Webhook disabled = webhooks.get(webhook.id());
        assertThat(WebhookJson.write(disabled).at("/state").asText()).isEqualTo("disabled");
        assertThat(changes)
                .extracting(Change::type)
                .containsExactly(ChangeType.WEBHOOK_CREATED, ChangeType.WEBHOOK_DISABLED);
        assertThatThrownBy(() -> deliveries.test(disabled)).isInstanceOf(ConflictException.class);
        assertThat(webhooks.enable(Actor.APP, webhook.id()).isActive()).isTrue();
        assertThat(webhooks.enable(Actor.APP, webhook.id()).revision()).isEqualTo(3);
    }

    @Test
    void anUnreachableReceiverIsToldOfInWords() {
        courier.answer(message -> new Answer.Unreachable("Nobody is there."));
        deliveries.test(webhook);

        run();

        assertThat(WebhookJson.write(only()).at("/last_attempt").has("status")).isFalse();
        assertThat(WebhookJson.write(only()).at("/last_attempt/detail").asText())
                .isEqualTo("Nobody is there.");
    }

    @Test
    void aCourierThatBreaksLeavesTheMessageToTheNext() {
        courier.answer(message -> {
            throw new IllegalStateException("broken");
        });
        deliveries.test(webhook);

        run();

        assertThat(only().state()).isEqualTo(State.PENDING);
        assertThat(only().nextAt()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void whoMustStopWaitsForNoAnswer() {
        var answered = new CountDownLatch(1);
        courier.answer(message -> {
            await(answered);
            return FakeCourier.status(204);
        });
        deliveries.test(webhook);
        dispatch.run();
        Thread.currentThread().interrupt();

        dispatch.settle(SOON);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(only().state()).isEqualTo(State.PENDING);
        answered.countDown();
        dispatch.settle(SOON);
        assertThat(only().state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void aDeliveryIsSentAgainWhenSomebodyAsks() {
        deliveries.test(webhook);
        run();

        deliveries.redeliver(webhook, only().id());
        run();

        assertThat(courier.sent()).hasSize(2);
        assertThatThrownBy(() -> deliveries.redeliver(webhook, LAST)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aReplayTakesWhatIsWantedOfATimeAndNotTooMuch() {
        events.add(LongStream.rangeClosed(1, 3).mapToObj(DispatchTest::event).toList());

        assertThat(deliveries.replay(webhook, START.plusSeconds(2), START.plusSeconds(3)))
                .isEqualTo(1);

        events.add(LongStream.rangeClosed(4, Deliveries.REPLAY_MAX + 1)
                .mapToObj(DispatchTest::event)
                .toList());
        assertThatThrownBy(() -> deliveries.replay(webhook, Instant.EPOCH, Instant.MAX))
                .isInstanceOf(ConflictException.class)
                .hasMessage("More than 10000 events happened in that time; ask for a shorter one.");
    }

    @Test
    void aNewSecretSignsBesideTheOld() {
        SigningSecret old = webhookStore.secrets(webhook.id()).getFirst();

        SigningSecret fresh = webhooks.rotate(Actor.APP, webhook.id()).secret();

        assertThat(webhookStore.secrets(webhook.id())).containsExactly(fresh, old);
    }

    @Test
    void isChangedByWhoHasSeenItAndNeverLosesItsTls() {
        var plain = new WebhookContent(new WebhookUrl("http://hooks.example/"), Optional.empty(), Set.of());

        assertThatThrownBy(() -> webhooks.change(Actor.APP, webhook.id(), new IfMatch.Any(), content -> plain))
                .isInstanceOf(InvalidFieldException.class);
        assertThat(webhooks.change(Actor.APP, webhook.id(), new IfMatch.Any(), content -> CONTENT)
                        .revision())
                .isEqualTo(2);
        assertThat(WebhookJson.write(CONTENT))
                .hasToString("{\"url\":\"https://hooks.example/\",\"description\":\"A hook\",\"event_types\":[]}");
    }

    @Test
    void isListedUntilItIsTakenAway() {
        assertThat(webhooks.list(new UUID(0, 0), 10).items()).containsExactly(webhook);

        webhooks.delete(Actor.APP, webhook.id(), new IfMatch.Any());

        assertThatThrownBy(() -> webhooks.get(webhook.id())).isInstanceOf(NotFoundException.class);
        assertThat(changes.getLast().type()).isEqualTo(ChangeType.WEBHOOK_DELETED);
    }

    private void run() {
        dispatch.run();
        dispatch.settle(SOON);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    private Delivery only() {
        return deliveries.list(webhook, Set.of(), LAST, 10).items().getFirst();
    }

    private static Event event(long sequence) {
        return new Event(
                sequence, new UUID(0, sequence), START.plusSeconds(sequence), ChangeType.DOMAIN_CREATED, "d", false);
    }
}
