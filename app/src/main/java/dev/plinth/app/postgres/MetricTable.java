package dev.plinth.app.postgres;

import dev.plinth.app.json.Json;
import dev.plinth.app.json.MetricJson;
import dev.plinth.app.metrics.CalculationType;
import dev.plinth.app.metrics.Classification;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.metrics.MetricFilter;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.MetricStatus;
import dev.plinth.app.metrics.MetricStore;
import dev.plinth.app.metrics.MetricType;
import dev.plinth.app.metrics.Tier;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Names;
import dev.plinth.app.values.Prose;
import dev.plinth.app.values.Tag;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code metric}. */
public final class MetricTable implements MetricStore {
    private static final String COLUMNS = """
            uid, metric_id, name, description, domain, tier, metric_type, calc_type, tags, definition,
            status, revision, created_at, updated_at
            """;

    private static final String INSERT = """
            insert into metric
                   (metric_id, name, description, domain, tier, metric_type, calc_type, tags, definition, status)
            values (:id, :name, :description, :domain, :tier, :metricType, :calculationType, :tags,
                    cast(:definition as jsonb), :status)
            on conflict (metric_id) do nothing
            returning\s""" + COLUMNS;

    private static final String FIND = "select " + COLUMNS + " from metric where metric_id = :id";

    private final Jdbi jdbi;

    public MetricTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public Optional<Metric> insert(MetricContent content) {
        Classification classification = content.classification();
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery(INSERT)
                .bind("id", content.id().value())
                .bind("name", content.name().value())
                .bind("description", content.description().value())
                .bind("domain", classification.domain().value())
                .bind("tier", classification.tier().value())
                .bind("metricType", Names.of(classification.metricType()))
                .bind("calculationType", Names.of(classification.calculationType()))
                .bindArray("tags", String.class, values(classification.tags(), Tag::value))
                .bind("definition", json(content))
                .bind("status", Names.of(MetricStatus.DRAFT))
                .map(MetricTable::metric)
                .findOne()));
    }

    @Override
    public Optional<Metric> find(MetricId id) {
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("id", id.value())
                .map(MetricTable::metric)
                .findOne()));
    }

    @Override
    public List<Metric> list(MetricQuery query) {
        MetricFilter filter = query.filter();
        String sql = "select " + COLUMNS + " from metric where metric_id > :after" + conditions(filter)
                + " order by metric_id limit :limit";
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("after", query.after())
                .bind("limit", query.limit())
                .bindArray("domains", String.class, values(filter.domains(), DomainId::value))
                .bindArray("tiers", Integer.class, values(filter.tiers(), Tier::value))
                .bindArray("metricTypes", String.class, values(filter.metricTypes(), Names::of))
                .map(MetricTable::metric)
                .list()));
    }

    /** Only the conditions that are asked for, so that the planner sees a plain range over the index that fits. */
    private static String conditions(MetricFilter filter) {
        return (filter.domains().isEmpty() ? "" : " and domain = any(:domains)")
                + (filter.tiers().isEmpty() ? "" : " and tier = any(:tiers)")
                + (filter.metricTypes().isEmpty() ? "" : " and metric_type = any(:metricTypes)");
    }

    private static <V, R> List<R> values(Collection<V> wrapped, Function<V, R> unwrap) {
        return wrapped.stream().map(unwrap).toList();
    }

    private static String json(MetricContent content) {
        return new String(Json.bytes(MetricJson.write(content.definition())), StandardCharsets.UTF_8);
    }

    private static Metric metric(ResultSet row, StatementContext context) throws SQLException {
        var content = new MetricContent(
                new MetricId(row.getString("metric_id")),
                new Label(row.getString("name")),
                new Prose(row.getString("description")),
                classification(row),
                MetricJson.readDefinition(
                        Json.parseOwn(row.getString("definition").getBytes(StandardCharsets.UTF_8))));
        return new Metric(
                row.getObject("uid", UUID.class),
                content,
                Names.constant(MetricStatus.class, row.getString("status")),
                row.getLong("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static Classification classification(ResultSet row) throws SQLException {
        String[] tags = (String[]) row.getArray("tags").getArray();
        return new Classification(
                new DomainId(row.getString("domain")),
                new Tier(row.getInt("tier")),
                Names.constant(MetricType.class, row.getString("metric_type")),
                Names.constant(CalculationType.class, row.getString("calc_type")),
                Arrays.stream(tags).map(Tag::new).toList());
    }
}
