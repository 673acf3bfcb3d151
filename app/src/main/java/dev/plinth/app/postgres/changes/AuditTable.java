package dev.plinth.app.postgres.changes;

import dev.plinth.app.audit.AuditEvent;
import dev.plinth.app.audit.AuditFilter;
import dev.plinth.app.audit.AuditStore;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Reads the tables {@code audit_event} and {@code audit_link}. */
public final class AuditTable implements AuditStore {
    private static final String LINK = "l.seq, l.event_id, l.prev_hash, l.hash";

    private static final String LIST = "select " + LINK + ", " + KeptChanges.COLUMNS + """

            from audit_event e join audit_link l on l.event_id = e.id
            where e.id < :before
            """;

    private static final String LINKS =
            "select " + LINK + ", case when e.id is not null then " + KeptChanges.SEALED + """
             end as sealed
            from audit_link l left join audit_event e on e.id = l.event_id
            where l.seq > :after
            order by l.seq
            limit :limit
            """;

    private static final String PLACEMENTS = """
            select e.id, exists (select from audit_link l where l.event_id = e.id)
                      or exists (select from outbox o where o.event_id = e.id) as known
            from audit_event e
            where e.id > :after
            order by e.id
            limit :limit
            """;

    private final Jdbi jdbi;

    public AuditTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public List<AuditEvent> list(AuditFilter filter, long before, int limit) {
        String sql = LIST + conditions(filter) + " order by e.id desc limit :limit";
        return with(handle -> bound(handle.createQuery(sql), filter)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> new AuditEvent(KeptChanges.link(row), KeptChanges.read(row)))
                .list());
    }

    /** Only the conditions that are asked for, so that the planner sees a plain range over the index that fits. */
    private static String conditions(AuditFilter filter) {
        return (filter.actors().isEmpty() ? "" : " and e.actor_id = any(:actors)")
                + (filter.subjects().isEmpty() ? "" : " and e.subject = any(:subjects)")
                + (filter.actions().isEmpty() ? "" : " and e.action = any(:actions)")
                + (filter.since().isEmpty() ? "" : " and e.at >= :since")
                + (filter.until().isEmpty() ? "" : " and e.at < :until");
    }

    private static Query bound(Query query, AuditFilter filter) {
        filter.since().ifPresent(since -> bind(query, "since", since));
        filter.until().ifPresent(until -> bind(query, "until", until));
        return query.bindArray("actors", String.class, filter.actors())
                .bindArray("subjects", String.class, filter.subjects())
                .bindArray(
                        "actions",
                        String.class,
                        filter.actions().stream().map(ChangeType::text).toList());
    }

    private static void bind(Query query, String name, Instant time) {
        query.bind(name, time.atOffset(ZoneOffset.UTC));
    }

    @Override
    public List<SealedLink> links(long after, int limit) {
        return with(handle -> handle.createQuery(LINKS)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) ->
                        new SealedLink(KeptChanges.link(row), Optional.ofNullable(row.getString("sealed"))))
                .list());
    }

    @Override
    public List<Placement> placements(long after, int limit) {
        return with(handle -> handle.createQuery(PLACEMENTS)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new Placement(row.getLong("id"), row.getBoolean("known")))
                .list());
    }

    private <T> T with(Function<Handle, T> work) {
        return Outages.translated(() -> jdbi.withHandle(work::apply));
    }
}
