package dev.plinth.app.postgres.webhooks;

import dev.plinth.app.crypto.Vault;
import dev.plinth.app.postgres.SealedRows;
import dev.plinth.app.webhooks.SigningSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** The secrets of webhooks as they are kept: sealed, each for its own webhook. */
public final class WebhookSecrets implements SealedRows {
    private static final String OLDER = """
            select id, secret, old_secret from webhook
             where key_id <> :newest or old_key_id <> :newest
             limit :rows for update skip locked
            """;

    private static final String SEAL = """
            update webhook set secret = :secret, key_id = :newest, old_secret = :old,
                   old_key_id = case when old_key_id is null then null else :newest end
             where id = :id
            """;

    private final Vault vault;

    public WebhookSecrets(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(UUID webhook, SigningSecret secret) {
        return vault.seal(place(webhook), secret.value());
    }

    /** What seals. */
    String key() {
        return vault.newestKey();
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

    @Override
    public int sealAnew(Handle handle, int limit) {
        return handle.createQuery(OLDER)
                .bind("newest", key())
                .bind("rows", limit)
                .reduceRows(0, (count, row) -> count + sealAnew(handle, row));
    }

    private int sealAnew(Handle handle, RowView row) {
        UUID id = row.getColumn("id", UUID.class);
        byte[] old = row.getColumn("old_secret", byte[].class);
        return handle.createUpdate(SEAL)
                .bind("id", id)
                .bind("newest", key())
                .bind("secret", seal(id, open(id, row.getColumn("secret", byte[].class))))
                .bind("old", old == null ? null : seal(id, open(id, old)))
                .execute();
    }

    private SigningSecret open(UUID webhook, byte[] sealed) {
        return new SigningSecret(vault.openText(place(webhook), sealed));
    }

    private static String place(UUID webhook) {
        return "webhook.secret " + webhook;
    }
}
