package dev.plinth.app.postgres.lineage;

import dev.plinth.app.lineage.Family;
import dev.plinth.app.lineage.Heading;
import dev.plinth.app.lineage.LineageStore;
import dev.plinth.app.lineage.RelationshipType;
import dev.plinth.app.metrics.Source;
import dev.plinth.app.metrics.View;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.postgres.metrics.MetricRows;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Steps over the table {@code metric_edge}, and the sources that metrics name. */
public final class LineageTable implements LineageStore {
    private static final List<String> TYPES =
            RelationshipType.of(Family.DEPENDENCY).stream().map(Names::of).toList();

    private final Jdbi jdbi;

    public LineageTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public List<Step> steps(Collection<UUID> metrics, Heading heading, View view, int limit) {
        String sql = stepsSql(heading, view);
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindArray("metrics", UUID.class, List.copyOf(metrics))
                .bindArray("types", String.class, TYPES)
                .bind("limit", limit)
                .map(LineageTable::step)
                .list()));
    }

    @Override
    public List<Origin> origins(Collection<UUID> metrics, View view, int limit) {
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery(originsSql(view))
                .bindArray("metrics", UUID.class, List.copyOf(metrics))
                .bind("limit", limit)
                .map(LineageTable::origin)
                .list()));
    }

    private static String stepsSql(Heading heading, View view) {
        boolean up = heading == Heading.UP;
        return """
                with seen as (%1$s)
                select edge.%2$s as begin_uid, edge.type, seen.*
                  from metric_edge as edge join seen on seen.uid = edge.%3$s
                 where edge.%2$s = any(:metrics) and edge.type = any(:types)
                 order by seen.metric_id, edge.type, edge.%2$s limit :limit
                """.formatted(MetricNodeRows.seen(view), up ? "from_uid" : "to_uid", up ? "to_uid" : "from_uid");
    }

    private static String originsSql(View view) {
        return """
                select m.uid, source ->> 'system' as "system", source ->> 'table' as "table",
                       source ->> 'column' as "column"
                  from metric m join metric_content c on c.uid = m.uid and %s
                  cross join jsonb_array_elements(c.content -> 'sources') as source
                 where m.uid = any(:metrics)
                 order by m.metric_id, "system", "table", "column" limit :limit
                """.formatted(MetricRows.condition(view));
    }

    private static Step step(ResultSet row, StatementContext context) throws SQLException {
        return new Step(
                row.getObject("begin_uid", UUID.class),
                Names.constant(RelationshipType.class, row.getString("type")),
                MetricNodeRows.node(row, ""));
    }

    private static Origin origin(ResultSet row, StatementContext context) throws SQLException {
        var source = new Source(
                new Label(row.getString("system")),
                new Label(row.getString("table")),
                Optional.ofNullable(row.getString("column")).map(Label::new));
        return new Origin(row.getObject("uid", UUID.class), source);
    }
}
