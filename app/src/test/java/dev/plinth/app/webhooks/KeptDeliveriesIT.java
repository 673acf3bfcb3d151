package dev.plinth.app.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.support.Servers;
import dev.plinth.app.webhooks.Delivery.State;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages that were sent are kept for a time, and are sent again when somebody asks. */
@ExtendWith(Servers.Extension.class)
final class KeptDeliveriesIT {
    private final PostOffice post;

    KeptDeliveriesIT(Servers servers) throws SQLException {
        post = new PostOffice(servers.environment());
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void replaysWhatHappenedInATimeWithTheIdsItHad() {
        Webhook webhook = post.webhook(PostOffice.HERE, ChangeType.DOMAIN_CREATED);
        post.happen("first");
        post.changes.record("anna", ChangeType.DOMAIN_DELETED, "first");
        post.happen("second");
        post.run();
        Instant second = post.store
                .database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select at from event where subject = 'second'")
                        .mapTo(Instant.class)
                        .one());

        assertThat(post.deliveries.replay(webhook, Instant.EPOCH, second)).isEqualTo(1);
        assertThat(post.deliveries.replay(webhook, second, second.plusSeconds(1)))
                .isEqualTo(1);
        post.run();

        assertThat(post.courier.sent().stream()
                        .map(message -> message.header("webhook-id"))
                        .distinct())
                .hasSize(2);
        assertThat(post.courier.sent()).hasSize(4);
    }

    @Test
    void aDeliveryIsSentAgainWhenSomebodyAsks() {
        Webhook webhook = post.webhook(PostOffice.HERE);
        post.happen("finance");
        post.run();

        Delivery again =
                post.deliveries.redeliver(webhook, post.list(webhook).getFirst().id());
        assertThat(again.state()).isEqualTo(State.PENDING);
        assertThat(again.attempts()).isZero();
        post.run();

        assertThat(post.courier.sent()).hasSize(2);
        assertThat(post.list(webhook)).hasSize(1);
    }

    @Test
    void whatIsOverIsForgottenInTheEnd() {
        Webhook webhook = post.webhook(PostOffice.HERE);
        post.happen("finance");
        post.run();
        post.happen("waiting");

        assertThat(post.deliveryTable.forget(Instant.EPOCH)).isZero();
        assertThat(post.deliveryTable.forget(Instant.parse("2100-01-01T00:00:00Z")))
                .isEqualTo(1);
        assertThat(post.states(webhook)).containsExactly(State.PENDING);
    }

    @Test
    void whatWaitsForADisabledWebhookIsForgottenInTheEndToo() {
        Webhook webhook = post.webhook(PostOffice.HERE);
        post.courier.answer(message -> FakeCourier.status(410));
        post.happen("first");
        post.happen("second");
        post.deliveryTable.take(post.clock.instant(), post.clock.instant().plusSeconds(1), List.of(), 1);
        post.run();
        assertThat(post.states(webhook)).containsExactlyInAnyOrder(State.FAILED, State.PENDING);

        assertThat(post.deliveryTable.forget(Instant.parse("2100-01-01T00:00:00Z")))
                .isEqualTo(2);
    }
}
