package dev.plinth.app.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Servers;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.webhooks.Delivery.State;
import dev.plinth.app.webhooks.FakeCourier.Sent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens when a message does not arrive. */
@ExtendWith(Servers.Extension.class)
final class FailedDeliveriesIT {
    private final PostOffice post;

    FailedDeliveriesIT(Servers servers) throws SQLException {
        post = new PostOffice(servers.environment());
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void aFailureIsRepeatedOnScheduleWithTheSameIdAndANewSignature() {
        Webhook webhook = post.webhook(PostOffice.HERE);
        post.courier.answer(message -> FakeCourier.status(500));
        post.happen("finance");
        post.run();

        post.clock.advance(Duration.ofSeconds(4));
        post.run();
        assertThat(post.courier.sent()).hasSize(1);
        post.clock.advance(Duration.ofSeconds(2));
        post.run();

        assertThat(post.courier.sent()).hasSize(2);
        Sent first = post.courier.sent().get(0);
        Sent second = post.courier.sent().get(1);
        assertThat(second.header("webhook-id")).isEqualTo(first.header("webhook-id"));
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(Long.parseLong(second.header("webhook-timestamp")))
                .isEqualTo(Long.parseLong(first.header("webhook-timestamp")) + 6);
        assertThat(second.header("webhook-signature")).isNotEqualTo(first.header("webhook-signature"));
        Delivery delivery = post.list(webhook).getFirst();
        assertThat(delivery.attempts()).isEqualTo(2);
        assertThat(delivery.last().orElseThrow().status()).isEqualTo(500);
        assertThat(delivery.last().orElseThrow().detail()).isEqualTo("as said");
        assertThat(delivery.nextAt())
                .isBetween(
                        post.clock.instant().plus(Duration.ofMinutes(5)),
                        post.clock.instant().plus(Duration.ofSeconds(330)));
        assertThat(post.count("failed")).isEqualTo(2);
    }

    @Test
    void afterTheLastAttemptTheWebhookIsDisabledAndThatIsToldAndKept() {
        Webhook webhook = post.webhook(PostOffice.HERE);
        post.courier.answer(message -> new Answer.Unreachable("Nobody is there."));
        post.happen("finance");
        for (int attempt = 0; attempt < 10; attempt++) {
            post.run();
            post.clock.advance(Duration.ofHours(27));
        }
        post.run();
        post.changes.order();

        assertThat(post.courier.sent()).hasSize(10);
        assertThat(post.states(webhook)).containsExactly(State.FAILED);
        assertThat(post.webhooks.get(webhook.id()).reason())
                .isEqualTo("A message could not be delivered in 10 attempts.");
        assertThat(post.store.texts("select actor_kind from audit_event where action = 'webhook.disabled'"))
                .containsExactly("app");
        assertThat(post.store.texts("select subject from event where type = 'webhook.disabled'"))
                .containsExactly(webhook.id().toString());
        assertThat(post.count("disabled")).isEqualTo(1);
    }

    @Test
    void aReceiverThatIsGoneIsSentNothingUntilItIsEnabledAgain() {
        Webhook webhook = post.webhook(PostOffice.HERE);
        post.courier.answer(message -> FakeCourier.status(410));
        post.happen("first");
        post.run();
        post.courier.answer(message -> FakeCourier.status(204));
        post.happen("second");
        post.run();

        assertThat(post.courier.sent()).hasSize(1);
        assertThat(post.webhooks.get(webhook.id()).isActive()).isFalse();
        assertThatThrownBy(() -> post.deliveries.test(post.webhooks.get(webhook.id())))
                .isInstanceOf(ConflictException.class);

        post.webhooks.enable(PostOffice.actor(Role.ADMIN.scopes()), webhook.id());
        post.happen("third");
        post.run();
        assertThat(post.courier.sent().getLast().body()).contains("third");
        assertThat(post.courier.sent()).hasSize(2);
    }

    @Test
    void aReceiverThatAsksForARestIsLeftAloneAltogether() {
        post.webhook(PostOffice.HERE);
        post.courier.answer(message -> new Answer.Received(429, Optional.of(Duration.ofMinutes(10)), ""));
        post.happen("first");
        post.run();
        post.courier.answer(message -> FakeCourier.status(204));
        post.happen("second");
        post.clock.advance(Duration.ofMinutes(9));
        post.run();
        assertThat(post.courier.sent()).hasSize(1);

        post.clock.advance(Duration.ofMinutes(2));
        post.run();
        assertThat(post.courier.sent()).hasSize(3);
    }
}
