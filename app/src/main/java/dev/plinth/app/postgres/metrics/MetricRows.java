package dev.plinth.app.postgres.metrics;

import dev.plinth.app.json.Json;
import dev.plinth.app.metrics.Deprecation;
import dev.plinth.app.metrics.Edition;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.metrics.MetricJson;
import dev.plinth.app.metrics.MetricStatus;
import dev.plinth.app.metrics.Standing;
import dev.plinth.app.metrics.StoredContent;
import dev.plinth.app.metrics.Version;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Names;
import dev.plinth.app.values.Prose;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Metrics from rows of {@code metric m} joined with {@code metric_content c}. */
public final class MetricRows {
    /** What {@link #metric} reads. */
    public static final String COLUMNS = """
            m.uid, m.metric_id, m.status, m.published_version, m.deprecated_at, m.deprecation_reason, m.sunset_at,
            m.replacement, m.deleted_at, m.revision, m.created_at,
            c.view, c.revision as content_revision, c.updated_at, c.content
            """;

    public static Metric metric(ResultSet row, StatementContext context) throws SQLException {
        return new Metric(
                row.getObject("uid", UUID.class),
                content(row),
                standing(row),
                new Edition(
                        row.getString("view").equals(Names.of(View.PUBLISHED)),
                        row.getLong("content_revision"),
                        time(row, "updated_at")),
                row.getLong("revision"),
                time(row, "created_at"));
    }

    /** The condition on {@code c} that a view sets. */
    public static String condition(View view) {
        return switch (view) {
            case PUBLISHED -> "c.view = 'published'";
            case CURRENT -> "c.foremost";
            case DRAFT -> "c.view = 'draft'";
        };
    }

    static MetricContent content(ResultSet row) throws SQLException {
        return StoredContent.read(
                new MetricId(row.getString("metric_id")),
                Json.parseOwn(row.getString("content").getBytes(StandardCharsets.UTF_8)));
    }

    static String json(MetricContent content) {
        return new String(Json.bytes(MetricJson.write(content)), StandardCharsets.UTF_8);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Standing standing = present(row);
        return row.getObject("deleted_at") == null ? standing : new Standing.Deleted(standing, time(row, "deleted_at"));
    }

    private static Standing present(ResultSet row) throws SQLException {
        return switch (Names.constant(MetricStatus.class, row.getString("status"))) {
            case DRAFT -> new Standing.Draft();
            case PUBLISHED -> new Standing.Published(version(row));
            case DEPRECATED -> new Standing.Outgoing(version(row), deprecation(row));
            case RETIRED -> new Standing.Retired(version(row));
        };
    }

    private static Version version(ResultSet row) throws SQLException {
        return Version.parse(row.getString("published_version"));
    }

    private static Deprecation deprecation(ResultSet row) throws SQLException {
        return new Deprecation(
                time(row, "deprecated_at"),
                new Prose(row.getString("deprecation_reason")),
                time(row, "sunset_at"),
                Optional.ofNullable(row.getString("replacement")).map(MetricId::new));
    }

    private MetricRows() {}
}
