package dev.plinth.app.postgres.webhooks;

import dev.plinth.app.crypto.Vault;
import dev.plinth.app.webhooks.SigningSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The secrets of webhooks as they are kept: sealed, each for its own webhook. */
final class WebhookSecrets {
    private final Vault vault;

    WebhookSecrets(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(UUID webhook, SigningSecret secret) {
        return vault.seal(place(webhook), secret.value());
    }

    /** What signs at this time, of a row with the columns of the secrets. */
    List<SigningSecret> read(UUID webhook, ResultSet row, Instant now) throws SQLException {
        List<SigningSecret> secrets = new ArrayList<>();
        secrets.add(open(webhook, row.getBytes("secret")));
        OffsetDateTime oldUntil = row.getObject("old_until", OffsetDateTime.class);
        if (oldUntil != null && now.isBefore(oldUntil.toInstant())) {
            secrets.add(open(webhook, row.getBytes("old_secret")));
        }
        return secrets;
    }

    private SigningSecret open(UUID webhook, byte[] sealed) {
        return new SigningSecret(vault.openText(place(webhook), sealed));
    }

    private static String place(UUID webhook) {
        return "webhook.secret " + webhook;
    }
}
