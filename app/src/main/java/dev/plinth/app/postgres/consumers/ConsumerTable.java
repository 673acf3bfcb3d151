package dev.plinth.app.postgres.consumers;

import dev.plinth.app.consumers.Consumer;
import dev.plinth.app.consumers.ConsumerKind;
import dev.plinth.app.consumers.ConsumerName;
import dev.plinth.app.consumers.ConsumerStore;
import dev.plinth.app.consumers.Sighting;
import dev.plinth.app.consumers.Usage;
import dev.plinth.app.metrics.Version;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code consumer}. */
public final class ConsumerTable implements ConsumerStore {
    /** So many consumers that never registered are kept of one metric. */
    private static final int OBSERVED_MAX = 1_000;

    private static final String REGISTER = """
            with changed as (
                insert into consumer (metric_uid, kind, name, version, contact, origin, author)
                values (:metric, :kind, :name, :version, :contact, 'registered', :author)
                on conflict (metric_uid, kind, name) do update
                    set version = excluded.version, contact = excluded.contact, origin = excluded.origin,
                        author = excluded.author, last_seen_at = excluded.last_seen_at
                  where consumer.origin = 'observed'
                returning *
            )
            select changed.*, metric_id from changed join metric on metric.uid = metric_uid
            """;

    private static final String SELECT =
            "select consumer.*, metric_id from consumer join metric on metric.uid = metric_uid where ";

    // Sorted, so that two that keep the same consumers at once do not wait for each other in a circle.
    private static final String SEE = """
            with seen as (
                select metric.uid as metric_uid, kind, name, published_version
                  from unnest(:metrics, :kinds, :names) as sighting (metric_id, kind, name)
                  join metric_name on metric_name.metric_id = sighting.metric_id collate "C"
                  join metric on metric.uid = metric_name.uid
                 where status <> 'draft' and deleted_at is null
            ), changed as (
                insert into consumer (metric_uid, kind, name, version, origin, author, first_seen_at, last_seen_at)
                select distinct on (metric_uid, kind, name) metric_uid, kind, name, published_version, 'observed', 'app',
                       :at, :at
                  from seen
                 where exists (select from consumer as known
                                where known.metric_uid = seen.metric_uid and known.kind = seen.kind
                                  and known.name = seen.name collate "C")
                    or (select count(*) from consumer as observed
                         where observed.metric_uid = seen.metric_uid and origin = 'observed') < :observedMax
                 order by metric_uid, kind, name
                on conflict (metric_uid, kind, name) do update
                    set last_seen_at = greatest(consumer.last_seen_at, excluded.last_seen_at),
                        version = case consumer.origin when 'observed' then excluded.version else consumer.version end
                returning *
            )
            select changed.*, metric_id from changed join metric on metric.uid = metric_uid
             where origin = 'observed' and first_seen_at = :at
            """;

    private static final String IS_PUBLISHED = """
            select exists (select from metric_version
                            where uid = :metric and major = :major and minor = :minor and patch = :patch)
            """;

    private final Jdbi jdbi;

    public ConsumerTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public Optional<Consumer> register(UUID metric, Usage usage, String author) {
        return with(handle -> handle.createQuery(REGISTER)
                .bind("metric", metric)
                .bind("kind", Names.of(usage.consumer().kind()))
                .bind("name", usage.consumer().name().value())
                .bind("version", usage.version().map(Version::toString))
                .bind("contact", usage.contact().map(Label::value))
                .bind("author", author)
                .map(ConsumerTable::consumer)
                .findOne());
    }

    @Override
    public Optional<Consumer> find(UUID metric, UUID uid) {
        return with(handle -> handle.createQuery(SELECT + "metric_uid = :metric and consumer.uid = :uid")
                .bind("metric", metric)
                .bind("uid", uid)
                .map(ConsumerTable::consumer)
                .findOne());
    }

    @Override
    public void delete(UUID uid) {
        with(handle -> handle.createUpdate("delete from consumer where uid = :uid")
                .bind("uid", uid)
                .execute());
    }

    @Override
    public List<Consumer> list(UUID metric, UUID after, int limit) {
        String sql = SELECT + "metric_uid = :metric and consumer.uid > :after order by consumer.uid limit :limit";
        return with(handle -> handle.createQuery(sql)
                .bind("metric", metric)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConsumerTable::consumer)
                .list());
    }

    @Override
    public List<Consumer> of(Collection<UUID> metrics, int limit) {
        String sql = SELECT + "metric_uid = any(:metrics) order by metric_id, kind, name limit :limit";
        return with(handle -> handle.createQuery(sql)
                .bindArray("metrics", UUID.class, List.copyOf(metrics))
                .bind("limit", limit)
                .map(ConsumerTable::consumer)
                .list());
    }

    @Override
    public boolean isPublished(UUID metric, Version version) {
        return with(handle -> handle.createQuery(IS_PUBLISHED)
                .bind("metric", metric)
                .bind("major", version.major())
                .bind("minor", version.minor())
                .bind("patch", version.patch())
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public List<Consumer> see(Collection<Sighting> sightings, Instant at) {
        List<Sighting> all = List.copyOf(sightings);
        return with(handle -> handle.createQuery(SEE)
                .bindArray(
                        "metrics",
                        String.class,
                        all.stream().map(sighting -> sighting.metric().value()).toList())
                .bindArray(
                        "kinds",
                        String.class,
                        all.stream()
                                .map(sighting -> Names.of(sighting.consumer().kind()))
                                .toList())
                .bindArray(
                        "names",
                        String.class,
                        all.stream()
                                .map(sighting -> sighting.consumer().name().value())
                                .toList())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("observedMax", OBSERVED_MAX)
                .map(ConsumerTable::consumer)
                .list());
    }

    @Override
    public int forget(Instant since) {
        return with(handle -> handle.createUpdate(
                        "delete from consumer where origin = 'observed' and last_seen_at < :since")
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .execute());
    }

    private <T> T with(HandleCallback<T, RuntimeException> work) {
        return Outages.translated(() -> jdbi.withHandle(work));
    }

    private static Consumer consumer(ResultSet row, StatementContext context) throws SQLException {
        var usage = new Usage(
                new ConsumerName(
                        Names.constant(ConsumerKind.class, row.getString("kind")), new Label(row.getString("name"))),
                Optional.ofNullable(row.getString("version")).map(Version::parse),
                Optional.ofNullable(row.getString("contact")).map(Label::new));
        return new Consumer(
                row.getObject("uid", UUID.class),
                new MetricId(row.getString("metric_id")),
                usage,
                Names.constant(Consumer.Origin.class, row.getString("origin")),
                row.getString("author"),
                new Consumer.Seen(time(row, "first_seen_at"), time(row, "last_seen_at")));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
