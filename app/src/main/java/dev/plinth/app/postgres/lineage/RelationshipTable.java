package dev.plinth.app.postgres.lineage;

import dev.plinth.app.lineage.Family;
import dev.plinth.app.lineage.Relationship;
import dev.plinth.app.lineage.RelationshipQuery;
import dev.plinth.app.lineage.RelationshipStore;
import dev.plinth.app.lineage.RelationshipType;
import dev.plinth.app.metrics.View;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.values.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code metric_edge}. */
public final class RelationshipTable implements RelationshipStore {
    // Any number that nothing else locks, with one more for each family.
    private static final String LOCK = "select pg_advisory_xact_lock(7410002, hashtext(:family))";

    private static final String INSERT = """
            insert into metric_edge (type, from_uid, to_uid) values (:type, :from, :to)
            on conflict (from_uid, to_uid, type) do nothing
            returning uid
            """;

    private static final String LEADS = """
            with recursive reached as (
                select to_uid from metric_edge where from_uid = :from and type = any(:types)
                union
                select next.to_uid from reached join metric_edge as next on next.from_uid = reached.to_uid
                 where next.type = any(:types)
            )
            select exists (select from reached where to_uid = :to)
            """;

    private final Jdbi jdbi;

    public RelationshipTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public void lock(Family family) {
        with(handle -> handle.createQuery(LOCK)
                .bind("family", Names.of(family))
                .mapTo(String.class)
                .list());
    }

    @Override
    public Optional<UUID> insert(UUID from, UUID to, RelationshipType type) {
        // PostgreSQL compares uuids by their bytes, as their texts compare; Java does not.
        boolean swapped = !type.family().isDirected() && from.toString().compareTo(to.toString()) > 0;
        return with(handle -> handle.createQuery(INSERT)
                .bind("type", Names.of(type))
                .bind("from", swapped ? to : from)
                .bind("to", swapped ? from : to)
                .mapTo(UUID.class)
                .findOne());
    }

    @Override
    public Optional<Relationship> find(UUID metric, UUID uid, View view) {
        return with(handle -> handle.createQuery(select(view) + " and edge.uid = :uid")
                .bind("metric", metric)
                .bind("uid", uid)
                .map(RelationshipTable::relationship)
                .findOne());
    }

    @Override
    public void delete(UUID uid) {
        with(handle -> handle.createUpdate("delete from metric_edge where uid = :uid")
                .bind("uid", uid)
                .execute());
    }

    @Override
    public List<Relationship> list(UUID metric, RelationshipQuery query) {
        String sql = select(query.view())
                + " and edge.uid > :after"
                + (query.types().isEmpty() ? "" : " and edge.type = any(:types)")
                + " order by edge.uid limit :limit";
        return with(handle -> handle.createQuery(sql)
                .bind("metric", metric)
                .bind("after", query.after())
                .bind("limit", query.limit())
                .bindArray("types", String.class, names(query.types()))
                .map(RelationshipTable::relationship)
                .list());
    }

    @Override
    public int count(UUID metric) {
        return with(handle -> handle.createQuery(
                        "select count(*) from metric_edge where from_uid = :metric or to_uid = :metric")
                .bind("metric", metric)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public boolean leads(UUID from, UUID to, Family family) {
        return with(handle -> handle.createQuery(LEADS)
                .bind("from", from)
                .bind("to", to)
                .bindArray("types", String.class, names(RelationshipType.of(family)))
                .mapTo(Boolean.class)
                .one());
    }

    private <T> T with(HandleCallback<T, RuntimeException> work) {
        return Outages.translated(() -> jdbi.withHandle(work));
    }

    private static String select(View view) {
        return """
                with seen as not materialized (%s)
                select edge.uid, edge.type, edge.created_at,
                       f.uid as from_uid, f.metric_id as from_metric_id, f.name as from_name, f.domain as from_domain,
                       f.status as from_status,
                       t.uid as to_uid, t.metric_id as to_metric_id, t.name as to_name, t.domain as to_domain,
                       t.status as to_status
                  from metric_edge as edge
                  join seen as f on f.uid = edge.from_uid
                  join seen as t on t.uid = edge.to_uid
                 where (edge.from_uid = :metric or edge.to_uid = :metric)
                """.formatted(MetricNodeRows.seen(view));
    }

    private static List<String> names(Collection<RelationshipType> types) {
        return types.stream().map(Names::of).toList();
    }

    private static Relationship relationship(ResultSet row, StatementContext context) throws SQLException {
        return new Relationship(
                row.getObject("uid", UUID.class),
                Names.constant(RelationshipType.class, row.getString("type")),
                MetricNodeRows.node(row, "from_"),
                MetricNodeRows.node(row, "to_"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
