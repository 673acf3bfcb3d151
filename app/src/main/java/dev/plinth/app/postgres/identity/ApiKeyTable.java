package dev.plinth.app.postgres.identity;

import dev.plinth.app.access.Scope;
import dev.plinth.app.identity.ApiKey;
import dev.plinth.app.identity.ApiKeyQuery;
import dev.plinth.app.identity.ApiKeyStanding;
import dev.plinth.app.identity.ApiKeyStore;
import dev.plinth.app.identity.IpNetwork;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.values.Label;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code api_key}. */
public final class ApiKeyTable implements ApiKeyStore {
    private static final String COLUMNS = """
             key_id, user_uid, name, scopes, networks, lifetime_days, expires_at, last_used_at,
             revision, created_at, updated_at
            """;
    private static final String INSERT = """
            insert into api_key (key_id, user_uid, name, digest, scopes, networks, lifetime_days, expires_at)
            values (:id, :user, :name, :digest, :scopes, :networks, :days, now() + make_interval(days => :days))
            returning""" + COLUMNS;
    private static final String FIND = "select" + COLUMNS + "from api_key where key_id = :id and revoked_at is null";
    private static final String UPDATE = """
            update api_key set name = :name, scopes = :scopes, networks = :networks, lifetime_days = :days,
                   expires_at = expires_at + make_interval(days => :days - lifetime_days),
                   revision = revision + 1, updated_at = now()
             where key_id = :id
            returning""" + COLUMNS;
    private static final String RENEW = """
            update api_key set digest = :digest, expires_at = now() + make_interval(days => lifetime_days),
                   revision = revision + 1, updated_at = now()
             where key_id = :id
            returning""" + COLUMNS;
    private static final String STANDING = """
            select api_key.digest, api_key.scopes, api_key.networks, api_key.expires_at,""" + StandingRows.COLUMNS + """
              from api_key join app_user person on person.uid = api_key.user_uid
             where api_key.key_id = :id and api_key.revoked_at is null and person.status = 'active'
            """;
    private static final String USED = """
            update api_key set last_used_at = now()
             where key_id = ? and (last_used_at is null or last_used_at < now() - interval '1 minute')
            """;

    private final Jdbi jdbi;

    public ApiKeyTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public ApiKey insert(String id, UUID user, ApiKey.Content content, byte[] digest) {
        return one(INSERT, query -> bound(query, id, content).bind("user", user).bind("digest", digest))
                .orElseThrow();
    }

    @Override
    public Optional<ApiKey> find(String id) {
        return one(FIND, query -> query.bind("id", id));
    }

    @Override
    public Optional<ApiKey> lock(String id) {
        return one(FIND + " for update", query -> query.bind("id", id));
    }

    @Override
    public List<ApiKey> list(ApiKeyQuery page) {
        String sql = "select" + COLUMNS + "from api_key where revoked_at is null and key_id > :after"
                + (page.user().isPresent() ? " and user_uid = :user" : "") + " order by key_id limit :limit";
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("after", page.after())
                .bind("user", page.user().orElse(null))
                .bind("limit", page.limit())
                .map(ApiKeyTable::key)
                .list()));
    }

    @Override
    public ApiKey update(String id, ApiKey.Content content) {
        return one(UPDATE, query -> bound(query, id, content)).orElseThrow();
    }

    @Override
    public ApiKey renew(String id, byte[] digest) {
        return one(RENEW, query -> query.bind("id", id).bind("digest", digest)).orElseThrow();
    }

    @Override
    public void revoke(String id) {
        Outages.translated(() -> jdbi.withHandle(
                handle -> handle.execute("update api_key set revoked_at = now() where key_id = ?", id)));
    }

    @Override
    public void eraseAll(UUID user) {
        String sql = """
                update api_key set revoked_at = coalesce(revoked_at, now()), name = 'erased', networks = '{}'
                 where user_uid = ?
                """;
        Outages.translated(() -> jdbi.withHandle(handle -> handle.execute(sql, user)));
    }

    @Override
    public Optional<ApiKeyStanding> standing(String id) {
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery(STANDING)
                .bind("id", id)
                .map((row, context) -> new ApiKeyStanding(
                        StandingRows.read(row),
                        row.getBytes("digest"),
                        scopes(row),
                        networks(row),
                        instant(row, "expires_at")))
                .findOne()));
    }

    @Override
    public void used(String id) {
        Outages.translated(() -> jdbi.withHandle(handle -> handle.execute(USED, id)));
    }

    private Optional<ApiKey> one(String sql, UnaryOperator<Query> bind) {
        return Outages.translated(() -> jdbi.withHandle(handle ->
                bind.apply(handle.createQuery(sql)).map(ApiKeyTable::key).findOne()));
    }

    private static Query bound(Query query, String id, ApiKey.Content content) {
        return query.bind("id", id)
                .bind("name", content.name().value())
                .bindArray(
                        "scopes",
                        String.class,
                        content.scopes().stream().map(Scope::text).sorted().toList())
                .bindArray(
                        "networks",
                        String.class,
                        content.networks().stream().map(IpNetwork::value).toList())
                .bind("days", content.lifetimeDays());
    }

    private static ApiKey key(ResultSet row, StatementContext context) throws SQLException {
        var content = new ApiKey.Content(
                new Label(row.getString("name")), scopes(row), networks(row), row.getInt("lifetime_days"));
        return new ApiKey(
                row.getString("key_id"),
                row.getObject("user_uid", UUID.class),
                content,
                instant(row, "expires_at"),
                Optional.ofNullable(row.getObject("last_used_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                new ApiKey.Stamp(row.getLong("revision"), instant(row, "created_at"), instant(row, "updated_at")));
    }

    private static Set<Scope> scopes(ResultSet row) throws SQLException {
        String[] texts = (String[]) row.getArray("scopes").getArray();
        return Arrays.stream(texts).map(Scope::of).collect(Collectors.toSet());
    }

    private static List<IpNetwork> networks(ResultSet row) throws SQLException {
        String[] texts = (String[]) row.getArray("networks").getArray();
        return Arrays.stream(texts).map(IpNetwork::new).toList();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
