package dev.plinth.app.postgres.stats;

import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.View;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.postgres.metrics.MetricConditions;
import dev.plinth.app.stats.Adoption;
import dev.plinth.app.stats.Overview;
import dev.plinth.app.stats.StatsStore;
import dev.plinth.app.stats.Usage;
import dev.plinth.app.values.MetricId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The tables {@code metric_read} and {@code metric_popularity}, and counts over metrics. */
public final class StatsTable implements StatsStore {
    private static final int LONGEST_MAX = 20;

    private static final String FROM = " from metric m join metric_content c on c.uid = m.uid where ";

    private static final String LACKS = """
            select count(*) as metrics,
                   count(*) filter (where c.owner_teams = '{}') as owner,
                   count(*) filter (where not c.has_target) as target,
                   count(*) filter (where c.source_systems = '{}') as source
            """;

    private static final String STALE = " and c.updated_at < now() - make_interval(days => :days)";

    private static final String BY_DAY = """
            select r.day, sum(r.reads) as reads
            from metric_read r join metric m on m.uid = r.uid join metric_content c on c.uid = m.uid
            where r.day > :today - :days and %s
            group by r.day order by r.day
            """;

    private static final String MOST_READ = """
            select m.metric_id, c.name, sum(r.reads) as reads
            from metric_read r join metric m on m.uid = r.uid join metric_content c on c.uid = m.uid
            where r.day > :today - :days and %s
            group by m.metric_id, c.name order by reads desc, m.metric_id limit :limit
            """;

    private static final String ADOPTION = """
            select c.domain, grouping(c.domain) as whole, count(*) as metrics,
                   count(*) filter (where m.status in ('published', 'deprecated')) as published,
                   count(*) filter (where c.owner_teams <> '{}') as owned,
                   count(p.uid) as read,
                   count(*) filter (where exists (select from consumer where metric_uid = m.uid)) as consumed
            from metric m join metric_content c on c.uid = m.uid left join metric_popularity p on p.uid = m.uid
            where %s
            group by grouping sets ((c.domain), ())
            order by whole desc, c.domain
            """;

    // In one order, so that instances that add at the same time wait for each other and do not block each other.
    private static final String ADD = """
            insert into metric_read (uid, day, reads)
            select n.uid, :today, sum(added.reads)
            from unnest(:ids, cast(:reads as bigint[])) as added (metric_id, reads)
            join metric_name n on n.metric_id = added.metric_id
            group by n.uid
            order by n.uid
            on conflict (uid, day) do update set reads = metric_read.reads + excluded.reads
            """;

    private static final String RANK = """
            with recent as (
                select uid, sum(reads) as reads from metric_read where day > :today - :days group by uid order by uid
            ), gone as (
                delete from metric_popularity where uid not in (select uid from recent)
            ), forgotten as (
                delete from metric_read where day < :today - 2 * :days
            )
            insert into metric_popularity (uid, reads) select uid, reads from recent order by uid
            on conflict (uid) do update set reads = excluded.reads
            """;

    private static final String TODAY = "(now() at time zone 'UTC')::date";

    private final Jdbi jdbi;

    public StatsTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public Overview.Lacks lacks(MetricQuery metrics) {
        var conditions = new MetricConditions(metrics);
        return with(handle -> conditions
                .bind(handle.createQuery(LACKS + FROM + conditions.sql()))
                .map((row, context) -> new Overview.Lacks(
                        row.getLong("metrics"), row.getLong("owner"), row.getLong("target"), row.getLong("source")))
                .one());
    }

    @Override
    public Overview.Stale stale(MetricQuery metrics, int days) {
        var conditions = new MetricConditions(metrics);
        String from = FROM + conditions.sql() + STALE;
        return with(handle -> {
            long count = conditions
                    .bind(handle.createQuery("select count(*)" + from))
                    .bind("days", days)
                    .mapTo(Long.class)
                    .one();
            List<MetricId> longest = conditions
                    .bind(handle.createQuery(
                            "select m.metric_id" + from + " order by c.updated_at, m.metric_id limit " + LONGEST_MAX))
                    .bind("days", days)
                    .map((row, context) -> new MetricId(row.getString("metric_id")))
                    .list();
            return new Overview.Stale(days, count, longest);
        });
    }

    @Override
    public Usage usage(View view, int days, int limit) {
        var conditions = new MetricConditions(MetricQuery.all(view));
        return with(handle -> {
            List<Usage.Day> byDay = recent(handle.createQuery(sql(BY_DAY, conditions)), conditions, days)
                    .map((row, context) -> new Usage.Day(row.getObject("day", LocalDate.class), row.getLong("reads")))
                    .list();
            List<Usage.MostRead> mostRead = recent(handle.createQuery(sql(MOST_READ, conditions)), conditions, days)
                    .bind("limit", limit)
                    .map((row, context) -> new Usage.MostRead(
                            new MetricId(row.getString("metric_id")), row.getString("name"), row.getLong("reads")))
                    .list();
            return new Usage(days, byDay.stream().mapToLong(Usage.Day::reads).sum(), byDay, mostRead);
        });
    }

    private static Query recent(Query query, MetricConditions conditions, int days) {
        return conditions.bind(query).bind("days", days);
    }

    private static String sql(String template, MetricConditions conditions) {
        return template.formatted(conditions.sql()).replace(":today", TODAY);
    }

    @Override
    public Adoption adoption(View view) {
        var conditions = new MetricConditions(MetricQuery.all(view));
        return with(handle -> {
            List<Adoption.OfDomain> rows = new ArrayList<>(conditions
                    .bind(handle.createQuery(sql(ADOPTION, conditions)))
                    .map((row, context) -> new Adoption.OfDomain(String.valueOf(row.getString("domain")), share(row)))
                    .list());
            // The row of the whole comes first, and always.
            Adoption.Share total = rows.removeFirst().share();
            return new Adoption(total, rows);
        });
    }

    private static Adoption.Share share(ResultSet row) throws SQLException {
        return new Adoption.Share(
                row.getLong("metrics"),
                row.getLong("published"),
                row.getLong("owned"),
                row.getLong("read"),
                row.getLong("consumed"));
    }

    @Override
    public void add(Map<String, Long> reads) {
        if (reads.isEmpty()) {
            return;
        }
        var sorted = new TreeMap<>(reads);
        List<String> counts = sorted.values().stream().map(String::valueOf).toList();
        with(handle -> handle.createUpdate(ADD.replace(":today", TODAY))
                .bindArray("ids", String.class, List.copyOf(sorted.keySet()))
                .bindArray("reads", String.class, counts)
                .execute());
    }

    @Override
    public void rank(int days) {
        with(handle -> handle.createUpdate(RANK.replace(":today", TODAY))
                .bind("days", days)
                .execute());
    }

    private <T> T with(HandleCallback<T, RuntimeException> work) {
        return Outages.translated(() -> jdbi.withHandle(work));
    }
}
