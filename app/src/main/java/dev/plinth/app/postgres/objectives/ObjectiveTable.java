package dev.plinth.app.postgres.objectives;

import dev.plinth.app.objectives.Objective;
import dev.plinth.app.objectives.ObjectiveContent;
import dev.plinth.app.objectives.ObjectiveQuery;
import dev.plinth.app.objectives.ObjectiveStore;
import dev.plinth.app.objectives.Period;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Prose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code objective}. */
public final class ObjectiveTable implements ObjectiveStore {
    private static final String COLUMNS =
            "uid, domain_id, name, description, starts_on, ends_on, revision, created_at, updated_at";
    private static final String FIND = "select " + COLUMNS + " from objective where uid = :uid";

    private static final String INSERT = """
            insert into objective (domain_id, name, description, starts_on, ends_on)
            values (:domain, :name, :description, :startsOn, :endsOn)
            returning\s""" + COLUMNS;

    private static final String UPDATE = """
            update objective
               set domain_id = :domain, name = :name, description = :description, starts_on = :startsOn,
                   ends_on = :endsOn, revision = revision + 1, updated_at = now()
             where uid = :uid
            returning\s""" + COLUMNS;

    private static final String WITH_METRIC = """
             and exists (select from key_result join metric_name on metric_name.uid = key_result.metric_uid
                          where key_result.objective_uid = objective.uid and metric_name.metric_id = :metric)
            """;

    private final Jdbi jdbi;

    public ObjectiveTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public Objective insert(ObjectiveContent content) {
        return with(handle -> bound(handle.createQuery(INSERT), content)
                .map(ObjectiveTable::objective)
                .one());
    }

    @Override
    public Optional<Objective> find(UUID uid) {
        return found(FIND, uid);
    }

    @Override
    public Optional<Objective> lock(UUID uid) {
        return found(FIND + " for update", uid);
    }

    @Override
    public Objective update(UUID uid, ObjectiveContent content) {
        return with(handle -> bound(handle.createQuery(UPDATE), content)
                .bind("uid", uid)
                .map(ObjectiveTable::objective)
                .one());
    }

    @Override
    public void delete(UUID uid) {
        with(handle -> handle.createUpdate("delete from objective where uid = :uid")
                .bind("uid", uid)
                .execute());
    }

    @Override
    public List<Objective> list(ObjectiveQuery query) {
        String sql = "select " + COLUMNS + " from objective where uid > :after"
                + (query.domains().isEmpty() ? "" : " and domain_id = any(:domains)")
                + (query.metric().isEmpty() ? "" : WITH_METRIC)
                + " order by uid limit :limit";
        List<String> domains = query.domains().stream().map(DomainId::value).toList();
        return with(handle -> handle.createQuery(sql)
                .bind("after", query.after())
                .bind("limit", query.limit())
                .bindArray("domains", String.class, domains)
                .bind("metric", query.metric().map(MetricId::value))
                .map(ObjectiveTable::objective)
                .list());
    }

    private Optional<Objective> found(String sql, UUID uid) {
        return with(handle -> handle.createQuery(sql)
                .bind("uid", uid)
                .map(ObjectiveTable::objective)
                .findOne());
    }

    private <T> T with(HandleCallback<T, RuntimeException> work) {
        return Outages.translated(() -> jdbi.withHandle(work));
    }

    private static <S extends SqlStatement<S>> S bound(S statement, ObjectiveContent content) {
        return statement
                .bind("domain", content.domain().value())
                .bind("name", content.name().value())
                .bind("description", content.description().value())
                .bind("startsOn", content.period().startsOn())
                .bind("endsOn", content.period().endsOn());
    }

    private static Objective objective(ResultSet row, StatementContext context) throws SQLException {
        var content = new ObjectiveContent(
                new DomainId(row.getString("domain_id")),
                new Label(row.getString("name")),
                new Prose(row.getString("description")),
                new Period(row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)));
        return new Objective(
                row.getObject("uid", UUID.class),
                content,
                row.getLong("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
