package dev.plinth.app.postgres.consumers;

import dev.plinth.app.consumers.Consumer;
import dev.plinth.app.consumers.ConsumerStore;
import dev.plinth.app.consumers.Usage;
import dev.plinth.app.metrics.Version;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.Names;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** The table {@code consumer}. */
public final class ConsumerTable implements ConsumerStore {
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
                .map(ConsumerRows::consumer)
                .findOne());
    }

    @Override
    public Optional<Consumer> find(UUID metric, UUID uid) {
        return with(handle -> handle.createQuery(SELECT + "metric_uid = :metric and consumer.uid = :uid")
                .bind("metric", metric)
                .bind("uid", uid)
                .map(ConsumerRows::consumer)
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
                .map(ConsumerRows::consumer)
                .list());
    }

    @Override
    public List<Consumer> of(Collection<UUID> metrics, int limit) {
        String sql = SELECT + "metric_uid = any(:metrics) order by metric_id, kind, name limit :limit";
        return with(handle -> handle.createQuery(sql)
                .bindArray("metrics", UUID.class, List.copyOf(metrics))
                .bind("limit", limit)
                .map(ConsumerRows::consumer)
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

    private <T> T with(HandleCallback<T, RuntimeException> work) {
        return Outages.translated(() -> jdbi.withHandle(work));
    }
}
