package dev.plinth.app.postgres.changes;

import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.events.Event;
import dev.plinth.app.events.EventQuery;
import dev.plinth.app.events.EventStore;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code event}. */
public final class EventTable implements EventStore {
    private static final String ADD = """
            insert into event (seq, uid, at, type, subject, restricted)
            values (:seq, :uid, :at, :type, :subject, :restricted)
            """;

    private final Jdbi jdbi;

    public EventTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public void add(List<Event> events) {
        Outages.translated(() -> jdbi.withHandle(handle -> {
            var batch = handle.prepareBatch(ADD);
            for (Event event : events) {
                batch.bind("seq", event.sequence())
                        .bind("uid", event.uid())
                        .bind("at", event.at().atOffset(ZoneOffset.UTC))
                        .bind("type", event.type().text())
                        .bind("subject", event.subject())
                        .bind("restricted", event.restricted())
                        .add();
            }
            return batch.execute();
        }));
    }

    @Override
    public List<Event> list(EventQuery query) {
        String sql = "select seq, uid, at, type, subject, restricted from event where seq > :after"
                + (query.types().isEmpty() ? "" : " and type = any(:types)")
                + (query.restricted() ? "" : " and not restricted")
                + " order by seq limit :limit";
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("after", query.after())
                .bindArray(
                        "types",
                        String.class,
                        query.types().stream().map(ChangeType::text).toList())
                .bind("limit", query.limit() + 1)
                .map(EventTable::event)
                .list()));
    }

    @Override
    public List<Event> between(Instant since, Instant until, int limit) {
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery("""
                        select seq, uid, at, type, subject, restricted from event
                        where at >= :since and at < :until order by seq limit :limit
                        """)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .map(EventTable::event)
                .list()));
    }

    private static Event event(ResultSet row, StatementContext context) throws SQLException {
        return new Event(
                row.getLong("seq"),
                row.getObject("uid", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                ChangeType.of(row.getString("type")),
                row.getString("subject"),
                row.getBoolean("restricted"));
    }
}
