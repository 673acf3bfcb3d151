package dev.plinth.app.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.access.Scope;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Servers;
import dev.plinth.app.webhooks.Delivery.State;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How messages get to those who want them. */
@ExtendWith(Servers.Extension.class)
final class DispatchIT {
    private final PostOffice post;

    DispatchIT(Servers servers) throws SQLException {
        post = new PostOffice(servers.environment());
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void sendsAnEventToAllWhoWantIt() {
        Webhook all = post.webhook(PostOffice.HERE);
        Webhook other = post.webhook(PostOffice.THERE, ChangeType.METRIC_PUBLISHED);
        post.happen("finance");

        post.run();

        assertThat(post.courier.sent()).hasSize(1);
        assertThat(post.courier.sent(PostOffice.HERE).getFirst().body())
                .contains("\"type\":\"domain.created\"", "\"subject\":\"finance\"")
                .hasSizeLessThan(20_000);
        assertThat(post.states(all)).containsExactly(State.DELIVERED);
        assertThat(post.states(other)).isEmpty();
        assertThat(post.count("delivered")).isEqualTo(1);
    }

    @Test
    void theMessageIsTheEventOfTheFeed() {
        post.webhook(PostOffice.HERE);
        post.happen("finance");

        post.run();

        assertThat(post.courier.sent().getFirst().header("webhook-id"))
                .isEqualTo("evt_" + post.store.texts("select uid from event").getFirst());
    }

    @Test
    void whoSeesNoDraftsIsNotSentThem() {
        post.webhooks.create(PostOffice.actor(Set.of(Scope.WEBHOOKS_WRITE)), PostOffice.content(PostOffice.HERE));
        post.webhooks.create(PostOffice.actor(Role.ADMIN.scopes()), PostOffice.content(PostOffice.THERE));
        post.changes.record("anna", ChangeType.METRIC_UPDATED, "draft.one");
        post.changes.order();

        post.run();

        assertThat(post.courier.sent(PostOffice.HERE)).isEmpty();
        assertThat(post.courier.sent(PostOffice.THERE)).hasSize(1);
    }

    @Test
    void aSlowReceiverHoldsUpNoOther() throws Exception {
        post.webhook(PostOffice.HERE);
        post.webhook(PostOffice.THERE);
        var release = new CountDownLatch(1);
        post.courier.answer(message -> {
            if (message.url().value().equals(PostOffice.HERE)) {
                await(release);
            }
            return FakeCourier.status(204);
        });
        IntStream.range(0, 20).forEach(index -> post.happen("d" + index));

        for (int round = 0; round < 8; round++) {
            post.dispatch.run();
            Thread.sleep(50);
        }

        assertThat(post.courier.sent(PostOffice.HERE)).hasSize(4);
        Eventually.becomes(20, PostOffice.SOON, () -> {
            post.dispatch.run();
            return post.courier.sent(PostOffice.THERE).size();
        });
        release.countDown();
        Eventually.becomes(20, PostOffice.SOON, () -> {
            post.dispatch.run();
            return post.courier.sent(PostOffice.HERE).size();
        });
    }

    @Test
    void severalInstancesSendEachMessageOnce() throws Exception {
        post.webhook(PostOffice.HERE);
        IntStream.range(0, 40).forEach(index -> post.happen("d" + index));
        List<Dispatch> instances = List.of(post.dispatch(), post.dispatch(), post.dispatch());

        Eventually.becomes(40L, PostOffice.SOON, () -> {
            var threads = new ArrayList<Thread>();
            instances.forEach(instance -> threads.add(Thread.startVirtualThread(instance::run)));
            for (Thread thread : threads) {
                thread.join();
            }
            return post.delivered();
        });

        assertThat(post.courier.sent().stream().map(message -> message.header("webhook-id")))
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatADeadInstanceHadTakenIsSentByAnother() {
        post.webhook(PostOffice.HERE);
        post.happen("finance");
        // Taken, and never concluded.
        post.deliveryTable.take(post.clock.instant(), post.clock.instant().plusSeconds(60), List.of(), 4);
        post.run();
        assertThat(post.courier.sent()).isEmpty();

        post.clock.advance(Duration.ofSeconds(61));
        post.run();
        assertThat(post.courier.sent()).hasSize(1);
    }

    @Test
    void theAgeOfWhatIsDueIsMeasured() {
        post.webhook(PostOffice.HERE);
        post.happen("finance");
        post.clock.advance(Duration.ofSeconds(90));
        post.courier.answer(message -> FakeCourier.status(500));

        post.dispatch.run();

        assertThat(post.meters.get("mdl.webhook.oldest.due").gauge().value()).isEqualTo(90.0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
