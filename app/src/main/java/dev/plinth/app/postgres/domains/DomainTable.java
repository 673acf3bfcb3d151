package dev.plinth.app.postgres.domains;

import dev.plinth.app.domains.Domain;
import dev.plinth.app.domains.DomainContent;
import dev.plinth.app.domains.DomainQuery;
import dev.plinth.app.domains.DomainStore;
import dev.plinth.app.domains.DomainUse;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.values.DomainId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The table {@code domain}. */
public final class DomainTable implements DomainStore {
    private static final String COLUMNS = "domain_id, parent_id, name, description, revision, created_at, updated_at";

    private static final String INSERT = """
            insert into domain (domain_id, parent_id, name, description)
            values (:id, :parent, :name, :description)
            on conflict (domain_id) do nothing
            returning\s""" + COLUMNS;

    private static final String UPDATE = """
            update domain set parent_id = :parent, name = :name, description = :description,
                   revision = revision + 1, updated_at = now()
             where domain_id = :id
            returning\s""" + COLUMNS;

    // Any number that nothing else locks.
    private static final String LOCK = "select pg_advisory_xact_lock(7410001)";

    private static final String PATH = """
            with recursive step as (
                select domain_id, parent_id, 0 as height from domain where domain_id = :id
                union all
                select above.domain_id, above.parent_id, step.height + 1
                  from step join domain above on above.domain_id = step.parent_id
            )
            select domain_id from step order by height desc
            """;

    private static final String FROM = """
            with recursive tree as (
                select domain_id, 1 as level from domain where domain_id = :id
                union all
                select below.domain_id, tree.level + 1 from tree join domain below on below.parent_id = tree.domain_id
            )
            """;

    private static final String USE = """
            select (select count(*) from domain where parent_id = :id) as domains,
                   (select count(distinct uid) from metric_content where domain = :id) as metrics,
                   (select count(*) from objective where domain_id = :id) as objectives
            """;

    private final Jdbi jdbi;

    public DomainTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public void lockTree() {
        with(handle -> handle.createQuery(LOCK).mapTo(String.class).list());
    }

    @Override
    public Optional<Domain> insert(DomainContent content) {
        return with(handle -> bound(handle.createQuery(INSERT), content)
                .map(DomainRows::domain)
                .findOne());
    }

    @Override
    public Optional<Domain> find(DomainId id) {
        return found("select " + COLUMNS + " from domain where domain_id = :id", id);
    }

    @Override
    public Optional<Domain> lock(DomainId id) {
        return found("select " + COLUMNS + " from domain where domain_id = :id for update", id);
    }

    @Override
    public boolean holds(DomainId id) {
        return found("select " + COLUMNS + " from domain where domain_id = :id for key share", id)
                .isPresent();
    }

    @Override
    public Domain update(DomainContent content) {
        return with(handle -> bound(handle.createQuery(UPDATE), content)
                .map(DomainRows::domain)
                .one());
    }

    @Override
    public void delete(DomainId id) {
        with(handle -> handle.createUpdate("delete from domain where domain_id = :id")
                .bind("id", id.value())
                .execute());
    }

    @Override
    public DomainUse use(DomainId id) {
        return with(handle -> handle.createQuery(USE)
                .bind("id", id.value())
                .map((row, context) ->
                        new DomainUse(row.getInt("domains"), row.getInt("metrics"), row.getInt("objectives")))
                .one());
    }

    @Override
    public List<Domain> list(DomainQuery query) {
        String ofParent = query.parent().isPresent() ? " and parent_id = :parent" : "";
        String sql = "select " + COLUMNS + " from domain where domain_id > :after" + ofParent
                + " order by domain_id limit :limit";
        return with(handle -> handle.createQuery(sql)
                .bind("after", query.after())
                .bind("parent", query.parent().map(DomainId::value))
                .bind("limit", query.limit())
                .map(DomainRows::domain)
                .list());
    }

    @Override
    public List<DomainId> ids() {
        return with(handle -> handle.createQuery("select domain_id from domain order by domain_id")
                .mapTo(String.class)
                .map(DomainId::new)
                .list());
    }

    @Override
    public List<DomainId> pathTo(DomainId id) {
        return with(handle -> handle.createQuery(PATH)
                .bind("id", id.value())
                .mapTo(String.class)
                .map(DomainId::new)
                .list());
    }

    @Override
    public int levelsFrom(DomainId id) {
        return with(handle -> handle.createQuery(FROM + "select max(level) from tree")
                .bind("id", id.value())
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public List<Domain> from(DomainId id, int limit) {
        String sql = FROM + "select " + COLUMNS + " from tree join domain using (domain_id)"
                + " order by level, domain_id limit :limit";
        return with(handle -> handle.createQuery(sql)
                .bind("id", id.value())
                .bind("limit", limit)
                .map(DomainRows::domain)
                .list());
    }

    private Optional<Domain> found(String sql, DomainId id) {
        return with(handle -> handle.createQuery(sql)
                .bind("id", id.value())
                .map(DomainRows::domain)
                .findOne());
    }

    private <T> T with(HandleCallback<T, RuntimeException> work) {
        return Outages.translated(() -> jdbi.withHandle(work));
    }

    private static Query bound(Query query, DomainContent content) {
        return query.bind("id", content.id().value())
                .bind("parent", content.parent().map(DomainId::value))
                .bind("name", content.name().value())
                .bind("description", content.description().value());
    }
}
