package dev.plinth.app.postgres.webhooks;

import dev.plinth.app.crypto.Vault;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.values.Names;
import dev.plinth.app.webhooks.Delivery;
import dev.plinth.app.webhooks.Delivery.LastAttempt;
import dev.plinth.app.webhooks.DeliveryStore;
import dev.plinth.app.webhooks.DueDelivery;
import dev.plinth.app.webhooks.Message;
import dev.plinth.app.webhooks.WebhookUrl;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code webhook_delivery}. */
public final class DeliveryTable implements DeliveryStore {
    private static final String COLUMNS = """
            id, webhook_id, message_id, message_type, body, state, attempts, next_at,
            last_at, last_status, last_detail, created_at
            """;

    private static final String INSERT_FOR_ALL = """
            insert into webhook_delivery (webhook_id, message_id, message_type, body, next_at)
            select id, :message, :type, :body, :now from webhook
            where reason = '' and (event_types = '{}' or :type = any(event_types)) and (restricted or not :restricted)
            """;

    private static final String SENDS = "w.reason = '' and (w.paused_until is null or w.paused_until <= :now)";

    private static final String TAKE = """
            with due as (
                select d.id from webhook w cross join lateral (
                    select id from webhook_delivery
                    where webhook_id = w.id and state = 'pending' and next_at <= :now
                    order by next_at limit :limit for update skip locked) d
                where w.id <> all(:busy) and\s""" + SENDS + """
            )
            update webhook_delivery d set next_at = :lease
            from due, webhook w
            where d.id = due.id and w.id = d.webhook_id
            returning d.id, d.webhook_id, d.message_id, d.message_type, d.body, d.attempts,
                      w.url, w.secret, w.old_secret, w.old_until
            """;

    private static final String OLDEST = """
            select min(oldest.next_at) from webhook w cross join lateral (
                select next_at from webhook_delivery
                where webhook_id = w.id and state = 'pending' and next_at <= :now order by next_at limit 1) oldest
            where\s""" + SENDS;

    private static final String CONCLUDE = """
            update webhook_delivery
            set state = :state, attempts = attempts + 1, next_at = :next,
                last_at = :at, last_status = :status, last_detail = :detail
            where id = :id
            """;

    /** Few enough that no statement takes long. */
    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private static final String FORGET = """
            delete from webhook_delivery where id in (
                select d.id from webhook_delivery d join webhook w on w.id = d.webhook_id
                where d.created_at < :before and (d.state <> 'pending' or w.reason <> '')
                limit :limit)
            """;

    private final Jdbi jdbi;
    private final WebhookSecrets secrets;

    public DeliveryTable(Database database, Vault vault) {
        jdbi = database.jdbi();
        secrets = new WebhookSecrets(vault);
    }

    @Override
    public Delivery insert(UUID webhook, Message message, Instant now) {
        return with(handle -> handle.createQuery("""
                        insert into webhook_delivery (webhook_id, message_id, message_type, body, next_at)
                        values (:webhook, :message, :type, :body, :now)
                        returning\s""" + COLUMNS)
                .bind("webhook", webhook)
                .bind("message", message.id())
                .bind("type", message.type())
                .bind("body", message.body())
                .bind("now", utc(now))
                .map(DeliveryTable::delivery)
                .one());
    }

    @Override
    public void insertForAll(Message message, boolean restricted, Instant now) {
        with(handle -> handle.createUpdate(INSERT_FOR_ALL)
                .bind("message", message.id())
                .bind("type", message.type())
                .bind("body", message.body())
                .bind("restricted", restricted)
                .bind("now", utc(now))
                .execute());
    }

    @Override
    public Optional<Delivery> find(UUID webhook, UUID id) {
        return with(handle -> handle.createQuery(
                        "select " + COLUMNS + " from webhook_delivery where webhook_id = :webhook and id = :id")
                .bind("webhook", webhook)
                .bind("id", id)
                .map(DeliveryTable::delivery)
                .findOne());
    }

    @Override
    public List<Delivery> list(UUID webhook, Collection<Delivery.State> states, UUID before, int limit) {
        String sql = "select " + COLUMNS + " from webhook_delivery where webhook_id = :webhook and id < :before"
                + (states.isEmpty() ? "" : " and state = any(:states)") + " order by id desc limit :limit";
        return with(handle -> handle.createQuery(sql)
                .bind("webhook", webhook)
                .bindArray(
                        "states", String.class, states.stream().map(Names::of).toList())
                .bind("before", before)
                .bind("limit", limit)
                .map(DeliveryTable::delivery)
                .list());
    }

    @Override
    public Delivery reset(UUID id, Instant now) {
        return with(handle -> handle.createQuery(
                        "update webhook_delivery set state = 'pending', attempts = 0, next_at = :now where id = :id"
                                + " returning " + COLUMNS)
                .bind("id", id)
                .bind("now", utc(now))
                .map(DeliveryTable::delivery)
                .one());
    }

    @Override
    public List<DueDelivery> take(Instant now, Instant lease, Collection<UUID> busy, int limit) {
        return with(handle -> handle.createQuery(TAKE)
                .bind("now", utc(now))
                .bind("lease", utc(lease))
                .bindArray("busy", UUID.class, busy)
                .bind("limit", limit)
                .map((row, context) -> due(row, now))
                .list());
    }

    private DueDelivery due(ResultSet row, Instant now) throws SQLException {
        UUID webhook = row.getObject("webhook_id", UUID.class);
        return new DueDelivery(
                row.getObject("id", UUID.class),
                webhook,
                new WebhookUrl(row.getString("url")),
                secrets.read(webhook, row, now),
                message(row),
                row.getInt("attempts"));
    }

    @Override
    public void conclude(UUID id, Delivery.State state, Instant nextAt, LastAttempt attempt) {
        with(handle -> handle.createUpdate(CONCLUDE)
                .bind("id", id)
                .bind("state", Names.of(state))
                .bind("next", utc(nextAt))
                .bind("at", utc(attempt.at()))
                .bind("status", attempt.status())
                .bind("detail", attempt.detail())
                .execute());
    }

    @Override
    public Optional<Instant> oldestDue(Instant now) {
        return with(handle -> handle.createQuery(OLDEST)
                .bind("now", utc(now))
                .map((row, context) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .one()
                .map(OffsetDateTime::toInstant));
    }

    @Override
    public int forget(Instant before) {
        int forgotten = 0;
        int last = FORGOTTEN_AT_ONCE;
        while (last == FORGOTTEN_AT_ONCE) {
            last = with(handle -> handle.createUpdate(FORGET)
                    .bind("before", utc(before))
                    .bind("limit", FORGOTTEN_AT_ONCE)
                    .execute());
            forgotten += last;
        }
        return forgotten;
    }

    private static Delivery delivery(ResultSet row, StatementContext context) throws SQLException {
        OffsetDateTime lastAt = row.getObject("last_at", OffsetDateTime.class);
        Optional<LastAttempt> last = lastAt == null
                ? Optional.empty()
                : Optional.of(
                        new LastAttempt(lastAt.toInstant(), row.getInt("last_status"), row.getString("last_detail")));
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                message(row),
                Names.constant(Delivery.State.class, row.getString("state")),
                row.getInt("attempts"),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                last,
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(row.getString("message_id"), row.getString("message_type"), row.getString("body"));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private <T> T with(Function<Handle, T> work) {
        return Outages.translated(() -> jdbi.withHandle(work::apply));
    }
}
