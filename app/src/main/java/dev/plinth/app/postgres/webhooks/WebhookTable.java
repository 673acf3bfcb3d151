package dev.plinth.app.postgres.webhooks;

import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.crypto.Vault;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.values.Label;
import dev.plinth.app.webhooks.SigningSecret;
import dev.plinth.app.webhooks.Webhook;
import dev.plinth.app.webhooks.WebhookContent;
import dev.plinth.app.webhooks.WebhookStore;
import dev.plinth.app.webhooks.WebhookUrl;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code webhook}. */
public final class WebhookTable implements WebhookStore {
    private static final String COLUMNS =
            "id, url, description, event_types, restricted, reason, revision, created_at, updated_at";
    private static final String CHANGED = "revision = revision + 1, updated_at = now()";
    private static final String FIND = "select " + COLUMNS + " from webhook where id = :id";

    private final Jdbi jdbi;
    private final WebhookSecrets secrets;

    public WebhookTable(Database database, Vault vault) {
        jdbi = database.jdbi();
        secrets = new WebhookSecrets(vault);
    }

    @Override
    public Webhook insert(UUID id, WebhookContent content, boolean restricted, SigningSecret secret) {
        return with(handle -> handle.createQuery("""
                        insert into webhook (id, url, description, event_types, restricted, secret, key_id)
                        values (:id, :url, :description, :types, :restricted, :secret, :key)
                        returning\s""" + COLUMNS)
                .bind("id", id)
                .bind("url", content.url().value())
                .bind("description", content.description().map(Label::value).orElse(null))
                .bindArray("types", String.class, types(content))
                .bind("restricted", restricted)
                .bind("secret", secrets.seal(id, secret))
                .bind("key", secrets.key())
                .map(WebhookTable::webhook)
                .one());
    }

    @Override
    public Optional<Webhook> find(UUID id) {
        return with(handle -> handle.createQuery(FIND)
                .bind("id", id)
                .map(WebhookTable::webhook)
                .findOne());
    }

    @Override
    public Optional<Webhook> lock(UUID id) {
        return with(handle -> handle.createQuery(FIND + " for update")
                .bind("id", id)
                .map(WebhookTable::webhook)
                .findOne());
    }

    @Override
    public List<Webhook> list(UUID after, int limit) {
        return with(handle -> handle.createQuery(
                        "select " + COLUMNS + " from webhook where id > :after order by id limit :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map(WebhookTable::webhook)
                .list());
    }

    @Override
    public Webhook update(UUID id, WebhookContent content, boolean restricted) {
        return with(handle -> handle.createQuery("""
                        update webhook set url = :url, description = :description, event_types = :types,
                               restricted = :restricted,\s""" + CHANGED + " where id = :id returning " + COLUMNS)
                .bind("id", id)
                .bind("url", content.url().value())
                .bind("description", content.description().map(Label::value).orElse(null))
                .bindArray("types", String.class, types(content))
                .bind("restricted", restricted)
                .map(WebhookTable::webhook)
                .one());
    }

    @Override
    public void delete(UUID id) {
        with(handle -> handle.execute("delete from webhook where id = ?", id));
    }

    @Override
    public Webhook rotate(UUID id, SigningSecret secret, Instant oldUntil) {
        return with(handle -> handle.createQuery("update webhook set old_secret = secret, old_key_id = key_id,"
                        + " old_until = :until, secret = :secret, key_id = :key, " + CHANGED
                        + " where id = :id returning " + COLUMNS)
                .bind("id", id)
                .bind("secret", secrets.seal(id, secret))
                .bind("key", secrets.key())
                .bind("until", oldUntil.atOffset(ZoneOffset.UTC))
                .map(WebhookTable::webhook)
                .one());
    }

    @Override
    public Webhook setReason(UUID id, String reason) {
        return with(handle -> handle.createQuery("update webhook set reason = :reason, paused_until = null, " + CHANGED
                        + " where id = :id returning " + COLUMNS)
                .bind("id", id)
                .bind("reason", reason)
                .map(WebhookTable::webhook)
                .one());
    }

    @Override
    public void pause(UUID id, Instant until) {
        with(handle ->
                handle.execute("update webhook set paused_until = ? where id = ?", until.atOffset(ZoneOffset.UTC), id));
    }

    /** Forgets the secrets that sign nothing any more. */
    public void forgetOldSecrets(Instant now) {
        with(handle -> handle.execute(
                "update webhook set old_secret = null, old_key_id = null, old_until = null where old_until <= ?",
                now.atOffset(ZoneOffset.UTC)));
    }

    private static List<String> types(WebhookContent content) {
        return content.types().stream().map(ChangeType::text).sorted().toList();
    }

    private static Webhook webhook(ResultSet row, StatementContext context) throws SQLException {
        String[] types = (String[]) row.getArray("event_types").getArray();
        var content = new WebhookContent(
                new WebhookUrl(row.getString("url")),
                Optional.ofNullable(row.getString("description")).map(Label::new),
                Arrays.stream(types).map(ChangeType::of).collect(Collectors.toSet()));
        return new Webhook(
                row.getObject("id", UUID.class),
                content,
                row.getBoolean("restricted"),
                row.getString("reason"),
                row.getLong("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private <T> T with(Function<Handle, T> work) {
        return Outages.translated(() -> jdbi.withHandle(work::apply));
    }
}
