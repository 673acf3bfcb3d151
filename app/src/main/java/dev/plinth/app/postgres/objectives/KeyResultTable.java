package dev.plinth.app.postgres.objectives;

import dev.plinth.app.metrics.Amount;
import dev.plinth.app.objectives.Aim;
import dev.plinth.app.objectives.KeyResult;
import dev.plinth.app.objectives.KeyResultContent;
import dev.plinth.app.objectives.KeyResultStore;
import dev.plinth.app.objectives.Reading;
import dev.plinth.app.objectives.Track;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code key_result}. */
public final class KeyResultTable implements KeyResultStore {
    // The metric by the id that it has now.
    private static final String SELECT = """
            select changed.*, (select metric_id from metric where metric.uid = changed.metric_uid) as metric_id from\s""";
    private static final String FIND = SELECT + "key_result as changed where uid = :uid";

    private static final String INSERT = """
            with changed as (
                insert into key_result (objective_uid, metric_uid, name, unit, direction, baseline, target, current,
                                        status, checked_in_at)
                values (:objective, (select uid from metric_name where metric_id = :metric), :name, :unit, :direction,
                        :baseline, :target, :current, :status, :at)
                returning *
            )
            """ + SELECT + "changed";

    private static final String UPDATE = """
            with changed as (
                update key_result
                   set metric_uid = (select uid from metric_name where metric_id = :metric), name = :name, unit = :unit,
                       direction = :direction, baseline = :baseline, target = :target, current = :current,
                       status = :status, checked_in_at = :at, revision = revision + 1, updated_at = now()
                 where uid = :uid
                returning *
            )
            """ + SELECT + "changed";

    private static final String IS_PUBLIC = """
            select exists (select from metric_name join metric using (uid)
                            where metric_name.metric_id = :id and status <> 'draft' and deleted_at is null)
            """;

    private final Jdbi jdbi;

    public KeyResultTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public KeyResult insert(UUID objective, KeyResultContent content, Reading reading) {
        return with(handle -> bound(handle.createQuery(INSERT), content, reading)
                .bind("objective", objective)
                .map(KeyResultTable::keyResult)
                .one());
    }

    @Override
    public Optional<KeyResult> find(UUID uid) {
        return found(FIND, uid);
    }

    @Override
    public Optional<KeyResult> lock(UUID uid) {
        return found(FIND + " for update of changed", uid);
    }

    @Override
    public KeyResult update(UUID uid, KeyResultContent content, Reading reading) {
        return with(handle -> bound(handle.createQuery(UPDATE), content, reading)
                .bind("uid", uid)
                .map(KeyResultTable::keyResult)
                .one());
    }

    @Override
    public void delete(UUID uid) {
        with(handle -> handle.createUpdate("delete from key_result where uid = :uid")
                .bind("uid", uid)
                .execute());
    }

    @Override
    public List<KeyResult> of(UUID objective, UUID after, int limit) {
        String sql = SELECT + "key_result as changed where objective_uid = :objective and uid > :after"
                + " order by uid limit :limit";
        return with(handle -> handle.createQuery(sql)
                .bind("objective", objective)
                .bind("after", after)
                .bind("limit", limit)
                .map(KeyResultTable::keyResult)
                .list());
    }

    @Override
    public boolean isPublic(MetricId metric) {
        return with(handle -> handle.createQuery(IS_PUBLIC)
                .bind("id", metric.value())
                .mapTo(Boolean.class)
                .one());
    }

    private Optional<KeyResult> found(String sql, UUID uid) {
        return with(handle -> handle.createQuery(sql)
                .bind("uid", uid)
                .map(KeyResultTable::keyResult)
                .findOne());
    }

    private <T> T with(HandleCallback<T, RuntimeException> work) {
        return Outages.translated(() -> jdbi.withHandle(work));
    }

    private static <S extends SqlStatement<S>> S bound(S statement, KeyResultContent content, Reading reading) {
        return statement
                .bind("metric", content.metric().map(MetricId::value))
                .bind("name", content.name().value())
                .bind("unit", content.unit().value())
                .bind("direction", Names.of(content.aim().direction()))
                .bind("baseline", content.aim().baseline().value())
                .bind("target", content.aim().target().value())
                .bind("current", reading.current().value())
                .bind("status", Names.of(reading.track()))
                .bind("at", reading.at().map(at -> at.atOffset(ZoneOffset.UTC)));
    }

    private static KeyResult keyResult(ResultSet row, StatementContext context) throws SQLException {
        var content = new KeyResultContent(
                new Label(row.getString("name")),
                new Label(row.getString("unit")),
                Optional.ofNullable(row.getString("metric_id")).map(MetricId::new),
                new Aim(
                        Names.constant(Aim.Direction.class, row.getString("direction")),
                        new Amount(row.getBigDecimal("baseline")),
                        new Amount(row.getBigDecimal("target"))));
        var reading = new Reading(
                new Amount(row.getBigDecimal("current")),
                Optional.ofNullable(row.getObject("checked_in_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Names.constant(Track.class, row.getString("status")));
        return new KeyResult(
                row.getObject("uid", UUID.class),
                row.getObject("objective_uid", UUID.class),
                content,
                reading,
                row.getLong("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
