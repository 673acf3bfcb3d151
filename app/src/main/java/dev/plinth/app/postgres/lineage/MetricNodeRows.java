package dev.plinth.app.postgres.lineage;

import dev.plinth.app.lineage.MetricNode;
import dev.plinth.app.metrics.MetricStatus;
import dev.plinth.app.metrics.View;
import dev.plinth.app.postgres.metrics.MetricRows;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Reads metrics as far as their relationships show them. */
final class MetricNodeRows {
    /**
     * The query of all metrics that are seen in the view. Who sees only what is published is not led to what was retired.
     */
    static String seen(View view) {
        return """
                select m.uid, m.metric_id, m.status, c.name, c.domain
                  from metric m join metric_content c on c.uid = m.uid and %s
                 where m.deleted_at is null%s
                """.formatted(
                        MetricRows.condition(view),
                        view == View.PUBLISHED ? " and m.status in ('published', 'deprecated')" : "");
    }

    /** Columns have this prefix. */
    static MetricNode node(ResultSet row, String prefix) throws SQLException {
        return new MetricNode(
                row.getObject(prefix + "uid", UUID.class),
                new MetricId(row.getString(prefix + "metric_id")),
                new Label(row.getString(prefix + "name")),
                new DomainId(row.getString(prefix + "domain")),
                Names.constant(MetricStatus.class, row.getString(prefix + "status")));
    }

    private MetricNodeRows() {}
}
