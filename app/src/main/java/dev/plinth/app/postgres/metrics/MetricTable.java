package dev.plinth.app.postgres.metrics;

import dev.plinth.app.metrics.Deprecation;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.MetricStore;
import dev.plinth.app.metrics.MetricVersion;
import dev.plinth.app.metrics.Position;
import dev.plinth.app.metrics.Standing;
import dev.plinth.app.metrics.Version;
import dev.plinth.app.metrics.View;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Names;
import dev.plinth.app.values.Prose;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** The tables {@code metric}, {@code metric_name} and {@code metric_content}. */
public final class MetricTable implements MetricStore {
    // First the name, which all others that want it wait for; without it nothing is inserted.
    private static final String INSERT = """
            with named as (
                insert into metric_name (metric_id, uid) values (:id, uuidv7()) on conflict do nothing returning *
            ), m as (
                insert into metric (uid, metric_id, status) select uid, metric_id, 'draft' from named returning *
            ), c as (
                insert into metric_content (uid, view, foremost, revision, content)
                select uid, 'draft', true, 1, cast(:content as jsonb) from named returning *
            )
            select\s""" + MetricRows.COLUMNS + " from m join c on c.uid = m.uid";

    private static final String LOCK = """
            select m.uid from metric_name n join metric m on m.uid = n.uid where n.metric_id = :id for update of m
            """;

    private static final String KEEP = """
            with m as (
                update metric
                   set metric_id = :id, status = :status, published_version = :version, deprecated_at = :since,
                       deprecation_reason = :reason, sunset_at = :sunset, replacement = :replacement,
                       deleted_at = :deleted, revision = revision + 1
                 where uid = :uid
                returning *
            ), c as (
                update metric_content
                   set content = cast(:content as jsonb), foremost = m.published_version is null,
                       revision = m.revision, updated_at = now()
                  from m
                 where metric_content.uid = m.uid and view = 'draft'
                returning metric_content.*
            ), shown as (
                update metric_content
                   set revision = m.revision, updated_at = now()
                  from m
                 where metric_content.uid = m.uid and view = 'published' and :everything
            )
            select\s""" + MetricRows.COLUMNS + " from m join c on c.uid = m.uid";

    private static final String PUBLISH = """
            with version as (
                insert into metric_version (uid, major, minor, patch, change_class, content, reason, author)
                values (:uid, :major, :minor, :patch, :change, cast(:content as jsonb), :reason, :author)
            )
            insert into metric_content (uid, view, foremost, revision, content)
            values (:uid, 'published', true, 1, cast(:content as jsonb))
            on conflict (uid, view) do update set content = excluded.content
            """;

    private static final String FROM = " from metric m join metric_content c on c.uid = m.uid ";

    private final Jdbi jdbi;

    public MetricTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public Optional<Metric> insert(MetricContent content) {
        return with(handle -> handle.createQuery(INSERT)
                .bind("id", content.id().value())
                .bind("content", MetricRows.json(content))
                .map(MetricRows::metric)
                .findOne());
    }

    @Override
    public Optional<Metric> find(MetricId id, View view) {
        String sql = "select " + MetricRows.COLUMNS + FROM + "join metric_name n on n.uid = m.uid"
                + " where n.metric_id = :id and " + MetricRows.condition(view);
        return with(handle -> handle.createQuery(sql)
                .bind("id", id.value())
                .map(MetricRows::metric)
                .findOne());
    }

    /** In two statements: one alone could lock the newest row and yet return a content from before it waited. */
    @Override
    public Optional<Metric> lock(MetricId id) {
        with(handle -> handle.createQuery(LOCK)
                .bind("id", id.value())
                .mapTo(UUID.class)
                .findOne());
        return find(id, View.DRAFT);
    }

    @Override
    public boolean reserve(UUID uid, MetricId id) {
        String sql = """
                insert into metric_name (metric_id, uid) values (:id, :uid)
                on conflict (metric_id) do update set uid = metric_name.uid where metric_name.uid = :uid
                """;
        return with(handle -> handle.createUpdate(sql)
                        .bind("id", id.value())
                        .bind("uid", uid)
                        .execute())
                == 1;
    }

    @Override
    public Metric keep(Metric metric, Extent extent) {
        Standing whole = metric.standing();
        Standing standing = whole instanceof Standing.Deleted deleted ? deleted.before() : whole;
        Optional<Deprecation> deprecation = standing instanceof Standing.Outgoing deprecated
                ? Optional.of(deprecated.deprecation())
                : Optional.empty();
        return with(handle -> handle.createQuery(KEEP)
                .bind("uid", metric.uid())
                .bind("id", metric.id().value())
                .bind("content", MetricRows.json(metric.content()))
                .bind("status", Names.of(standing.status()))
                .bind("version", standing.version().map(Version::toString))
                .bind("since", deprecation.map(Deprecation::since).map(MetricTable::utc))
                .bind("reason", deprecation.map(Deprecation::reason).map(Prose::value))
                .bind("sunset", deprecation.map(Deprecation::sunset).map(MetricTable::utc))
                .bind(
                        "replacement",
                        deprecation.flatMap(Deprecation::replacement).map(MetricId::value))
                .bind("deleted", deletedAt(whole).map(MetricTable::utc))
                .bind("everything", extent == Extent.EVERYTHING)
                .map(MetricRows::metric)
                .one());
    }

    @Override
    public void publish(UUID uid, MetricVersion version) {
        with(handle -> handle.createUpdate(PUBLISH)
                .bind("uid", uid)
                .bind("major", version.number().major())
                .bind("minor", version.number().minor())
                .bind("patch", version.number().patch())
                .bind("change", Names.of(version.change()))
                .bind("content", MetricRows.json(version.content()))
                .bind("reason", version.reason().value())
                .bind("author", version.author())
                .execute());
    }

    @Override
    public List<Metric> list(MetricQuery query, Position position) {
        var conditions = new MetricConditions(query);
        var keyset = new Keyset(query.sorting(), position.after());
        String sql = "select " + MetricRows.COLUMNS + FROM + "where " + conditions.sql() + keyset.condition()
                + " order by " + keyset.order() + " limit :limit";
        return with(handle -> keyset.bind(conditions.bind(handle.createQuery(sql)))
                .bind("limit", position.limit())
                .map(MetricRows::metric)
                .list());
    }

    @Override
    public long count(MetricQuery query) {
        var conditions = new MetricConditions(query);
        String sql = "select count(*)" + FROM + "where " + conditions.sql();
        return with(handle ->
                conditions.bind(handle.createQuery(sql)).mapTo(Long.class).one());
    }

    private static Optional<Instant> deletedAt(Standing standing) {
        return standing instanceof Standing.Deleted deleted ? Optional.of(deleted.at()) : Optional.empty();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private <T> T with(HandleCallback<T, RuntimeException> work) {
        return Outages.translated(() -> jdbi.withHandle(work));
    }
}
