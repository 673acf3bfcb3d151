package dev.plinth.app.postgres.metrics;

import dev.plinth.app.metrics.ChangeClass;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricVersion;
import dev.plinth.app.metrics.Version;
import dev.plinth.app.metrics.VersionStore;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.values.Names;
import dev.plinth.app.values.Prose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code metric_version}. */
public final class VersionTable implements VersionStore {
    private static final String SELECT = """
            select m.metric_id, v.major, v.minor, v.patch, v.change_class, v.content, v.reason, v.author, v.published_at
              from metric m join metric_version v on v.uid = m.uid
             where m.uid = :uid
            """;

    private final Jdbi jdbi;

    public VersionTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public List<MetricVersion> list(Metric metric, Optional<Version> before, int limit) {
        String older = before.isPresent() ? "and (v.major, v.minor, v.patch) < (:major, :minor, :patch)" : "";
        String sql = SELECT + older + " order by v.major desc, v.minor desc, v.patch desc limit :limit";
        return with(handle -> {
            Query query = handle.createQuery(sql).bind("uid", metric.uid()).bind("limit", limit);
            before.ifPresent(version -> bind(query, version));
            return query.map(VersionTable::version).list();
        });
    }

    @Override
    public Optional<MetricVersion> find(Metric metric, Version version) {
        String sql = SELECT + "and v.major = :major and v.minor = :minor and v.patch = :patch";
        return with(handle -> bind(handle.createQuery(sql).bind("uid", metric.uid()), version)
                .map(VersionTable::version)
                .findOne());
    }

    private static Query bind(Query query, Version version) {
        return query.bind("major", version.major())
                .bind("minor", version.minor())
                .bind("patch", version.patch());
    }

    private static MetricVersion version(ResultSet row, StatementContext context) throws SQLException {
        return new MetricVersion(
                new Version(row.getInt("major"), row.getInt("minor"), row.getInt("patch")),
                Names.constant(ChangeClass.class, row.getString("change_class")),
                MetricRows.content(row),
                new Prose(row.getString("reason")),
                row.getString("author"),
                MetricRows.time(row, "published_at"));
    }

    private <T> T with(HandleCallback<T, RuntimeException> work) {
        return Outages.translated(() -> jdbi.withHandle(work));
    }
}
