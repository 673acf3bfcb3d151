package dev.plinth.app.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Role;
import dev.plinth.app.support.Servers;
import dev.plinth.app.webhooks.FakeCourier.Sent;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The secrets of webhooks: what they sign, and how they are kept. */
@ExtendWith(Servers.Extension.class)
final class WebhookSecretsIT {
    private final PostOffice post;

    WebhookSecretsIT(Servers servers) throws SQLException {
        post = new PostOffice(servers.environment());
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void bothSecretsSignForADayAfterARotation() {
        Webhook webhook = post.webhook(PostOffice.HERE);
        Actor admin = PostOffice.actor(Role.ADMIN.scopes());
        SigningSecret secret = post.webhooks.rotate(admin, webhook.id()).secret();
        post.happen("first");
        post.run();
        post.clock.advance(Duration.ofHours(24));
        post.happen("second");
        post.run();

        Sent during = post.courier.sent().get(0);
        Sent after = post.courier.sent().get(1);
        assertThat(during.header("webhook-signature").split(" ", -1)).hasSize(2).contains(signature(secret, during));
        assertThat(after.header("webhook-signature")).isEqualTo(signature(secret, after));
    }

    @Test
    void theSecretIsSealedInTheDatabase() {
        var made = post.webhooks.create(PostOffice.actor(Role.ADMIN.scopes()), PostOffice.content(PostOffice.HERE));

        assertThat(post.store
                        .texts("select encode(secret, 'escape') from webhook")
                        .getFirst())
                .doesNotContain(made.secret().value().substring(6));
        assertThat(post.store.texts("select coalesce(after::text, '') from audit_event"))
                .noneMatch(after -> after.contains("whsec_"));
    }

    @Test
    void theOldSecretIsForgottenWhenItsTimeIsOver() {
        Webhook webhook = post.webhook(PostOffice.HERE);
        post.webhooks.rotate(PostOffice.actor(Role.ADMIN.scopes()), webhook.id());
        String old = "select count(*) from webhook where old_secret is not null and old_key_id is not null";

        post.webhookTable.forgetOldSecrets(post.clock.instant().plus(Duration.ofHours(23)));
        assertThat(post.store.texts(old)).containsExactly("1");
        post.webhookTable.forgetOldSecrets(post.clock.instant().plus(Duration.ofHours(24)));
        assertThat(post.store.texts(old)).containsExactly("0");
    }

    private static String signature(SigningSecret secret, Sent message) {
        return secret.sign(
                message.header("webhook-id"), Long.parseLong(message.header("webhook-timestamp")), message.body());
    }
}
