package dev.plinth.app.postgres.changes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeStore;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.changes.Link;
import dev.plinth.app.changes.Origin;
import dev.plinth.app.changes.RecordedChange;
import dev.plinth.app.changes.WaitingChange;
import dev.plinth.app.json.Json;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.values.Names;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The tables {@code audit_event}, {@code audit_link}, {@code outbox} and {@code change_subscriber}. */
public final class ChangeTable implements ChangeStore {
    /** Any number, as long as all who give places in a database lock the same one. */
    private static final long ORDER = 7_270_046_004L;

    private static final String APPEND = """
            with kept as (
                insert into audit_event (actor_kind, actor_id, network, request_id, action, subject, before, after)
                values (:kind, :actor, :network, :request, :action, :subject,
                        cast(:before as jsonb), cast(:after as jsonb))
                returning id)
            insert into outbox (event_id) select id from kept
            """;

    private static final String WAITING = "select " + KeptChanges.COLUMNS + ", " + KeptChanges.SEALED + """
             as sealed
            from outbox o join audit_event e on e.id = o.event_id
            order by e.id
            limit :limit
            """;

    private static final String OLDEST = """
            select min(at) from (
                select at from outbox
                union all
                (select e.at from change_subscriber s
                 join lateral (select l.event_id from audit_link l where l.seq > s.seq order by l.seq limit 1) l on true
                 join audit_event e on e.id = l.event_id)) unfinished
            """;

    private static final String AFTER = """
            select l.seq, e.at, e.action, e.subject
            from audit_link l join audit_event e on e.id = l.event_id
            where l.seq > :after
            order by l.seq
            limit :limit
            """;

    private final Jdbi jdbi;

    public ChangeTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public void append(Origin origin, Change change) {
        with(handle -> handle.createUpdate(APPEND)
                .bind("kind", Names.of(origin.kind()))
                .bind("actor", origin.actorId())
                .bind("network", origin.network().value())
                .bind("request", origin.requestId())
                .bind("action", change.type().text())
                .bind("subject", change.subject())
                .bind("before", text(change.before()))
                .bind("after", text(change.after()))
                .execute());
    }

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() ? null : new String(Json.bytes(node), StandardCharsets.UTF_8);
    }

    @Override
    public void lockOrder() {
        with(handle -> handle.execute("select pg_advisory_xact_lock(?)", ORDER));
    }

    @Override
    public List<WaitingChange> waiting(int limit) {
        return with(handle -> handle.createQuery(WAITING)
                .bind("limit", limit)
                .map((row, context) -> new WaitingChange(KeptChanges.read(row), row.getString("sealed")))
                .list());
    }

    @Override
    public Optional<Link> lastLink() {
        return with(handle -> handle.createQuery(
                        "select seq, event_id, prev_hash, hash from audit_link order by seq desc limit 1")
                .map((row, context) -> KeptChanges.link(row))
                .findOne());
    }

    @Override
    public void add(List<Link> links) {
        with(handle -> {
            var batch = handle.prepareBatch(
                    "insert into audit_link (seq, event_id, prev_hash, hash) values (:seq, :id, :previous, :hash)");
            for (Link link : links) {
                batch.bind("seq", link.sequence())
                        .bind("id", link.changeId())
                        .bind("previous", link.previousHash())
                        .bind("hash", link.hash())
                        .add();
            }
            batch.execute();
            return handle.createUpdate("delete from outbox where event_id = any(:ids)")
                    .bindArray(
                            "ids",
                            Long.class,
                            links.stream().map(Link::changeId).toList())
                    .execute();
        });
    }

    @Override
    public Optional<Instant> oldestUnfinished() {
        return with(handle -> handle.createQuery(OLDEST)
                .map((row, context) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .one()
                .map(OffsetDateTime::toInstant));
    }

    @Override
    public void enrol(List<String> subscribers) {
        with(handle -> handle.createUpdate("""
                        insert into change_subscriber (name, seq)
                        select name, 0 from unnest(:names) as name on conflict do nothing
                        """)
                .bindArray("names", String.class, subscribers)
                .execute());
    }

    @Override
    public long lockPosition(String subscriber) {
        return with(handle -> handle.createQuery("select seq from change_subscriber where name = :name for update")
                .bind("name", subscriber)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void movePosition(String subscriber, long sequence) {
        with(handle -> handle.createUpdate("update change_subscriber set seq = :seq where name = :name")
                .bind("name", subscriber)
                .bind("seq", sequence)
                .execute());
    }

    @Override
    public List<RecordedChange> after(long sequence, int limit) {
        return with(handle -> handle.createQuery(AFTER)
                .bind("after", sequence)
                .bind("limit", limit)
                .map((row, context) -> new RecordedChange(
                        row.getLong("seq"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        ChangeType.of(row.getString("action")),
                        row.getString("subject")))
                .list());
    }

    private <T> T with(Function<Handle, T> work) {
        return Outages.translated(() -> jdbi.withHandle(work::apply));
    }
}
