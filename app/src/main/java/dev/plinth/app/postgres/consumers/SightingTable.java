package dev.plinth.app.postgres.consumers;

import dev.plinth.app.consumers.Consumer;
import dev.plinth.app.consumers.Sighting;
import dev.plinth.app.consumers.SightingStore;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.values.Names;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** The rows of {@code consumer} of those who never registered, and when the others were last seen. */
public final class SightingTable implements SightingStore {
    /** So many consumers that never registered are kept of one metric. */
    private static final int OBSERVED_MAX = 1_000;

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

    private final Jdbi jdbi;

    public SightingTable(Database database) {
        jdbi = database.jdbi();
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
                .map(ConsumerRows::consumer)
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
}
