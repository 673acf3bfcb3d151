package dev.plinth.app.postgres.identity;

import dev.plinth.app.crypto.Vault;
import dev.plinth.app.identity.RefreshToken;
import dev.plinth.app.identity.Session;
import dev.plinth.app.identity.SessionStore;
import dev.plinth.app.identity.Standing;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables {@code session} and {@code refresh_token}. */
public final class SessionTable implements SessionStore {
    private static final String COLUMNS = " session_id, user_uid, address, opened_at, used_at, expires_at ";
    private static final String INSERT = """
            insert into session (session_id, user_uid, address, key_id, expires_at)
            values (:id, :user, :address, :key, :expires)
            returning""" + COLUMNS;
    private static final String STANDING = "select" + StandingRows.COLUMNS + """
              from session join app_user person on person.uid = session.user_uid
             where session.session_id = :id and session.closed_at is null and session.expires_at > now()
               and person.status = 'active'
            """;

    private static final String OPEN = " closed_at is null and expires_at > now() ";
    private static final String TOKEN = """
            select session_id, user_uid, address, opened_at, session.used_at, expires_at,
                   closed_at is null and expires_at > now() as session_open, token.used_at is not null as used
              from refresh_token token join session using (session_id)
             where token.digest = :digest
               for update
            """;

    private final Jdbi jdbi;
    private final Vault vault;

    public SessionTable(Database database, Vault vault) {
        this.jdbi = database.jdbi();
        this.vault = vault;
    }

    @Override
    public Session insert(UUID user, String address, Instant expiresAt) {
        return Outages.translated(() -> jdbi.withHandle(handle -> {
            UUID id = handle.createQuery("select uuidv7()").mapTo(UUID.class).one();
            return handle.createQuery(INSERT)
                    .bind("id", id)
                    .bind("user", user)
                    .bind("address", vault.seal(place(id), address))
                    .bind("key", vault.newestKey())
                    .bind("expires", expiresAt)
                    .map(this::session)
                    .one();
        }));
    }

    @Override
    public void addToken(UUID session, byte[] digest) {
        Outages.translated(() -> jdbi.withHandle(handle ->
                handle.execute("insert into refresh_token (digest, session_id) values (?, ?)", digest, session)));
    }

    @Override
    public Optional<Standing> standing(UUID session) {
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery(STANDING)
                .bind("id", session)
                .map((row, context) -> StandingRows.read(row))
                .findOne()));
    }

    @Override
    public Optional<RefreshToken> lockToken(byte[] digest) {
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery(TOKEN)
                .bind("digest", digest)
                .map((row, context) ->
                        new RefreshToken(session(row, context), row.getBoolean("session_open"), row.getBoolean("used")))
                .findOne()));
    }

    @Override
    public void useToken(byte[] digest, UUID session, Instant expiresAt) {
        Outages.translated(() -> jdbi.withHandle(handle -> {
            handle.execute("update refresh_token set used_at = now() where digest = ?", digest);
            return handle.execute(
                    "update session set used_at = now(), expires_at = ? where session_id = ?", expiresAt, session);
        }));
    }

    @Override
    public Optional<Session> find(UUID session) {
        return Outages.translated(() -> jdbi.withHandle(
                handle -> handle.createQuery("select" + COLUMNS + "from session where session_id = :id and" + OPEN)
                        .bind("id", session)
                        .map(this::session)
                        .findOne()));
    }

    @Override
    public List<Session> list(UUID user, Optional<UUID> after, int limit) {
        String sql = "select" + COLUMNS + "from session where user_uid = :user and" + OPEN
                + (after.isPresent() ? " and session_id > :after" : "") + " order by session_id limit :limit";
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("user", user)
                .bind("after", after.orElse(null))
                .bind("limit", limit)
                .map(this::session)
                .list()));
    }

    @Override
    public boolean close(UUID session) {
        String sql = "update session set closed_at = now() where session_id = ? and closed_at is null";
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.execute(sql, session))) > 0;
    }

    @Override
    public List<UUID> closeAll(UUID user, Optional<UUID> butNot) {
        String sql = "update session set closed_at = now() where user_uid = :user and closed_at is null"
                + (butNot.isPresent() ? " and session_id <> :butNot" : "") + " returning session_id";
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("user", user)
                .bind("butNot", butNot.orElse(null))
                .mapTo(UUID.class)
                .list()));
    }

    @Override
    public void eraseAddresses(UUID user) {
        Outages.translated(() -> jdbi.withHandle(handle -> handle
                .createQuery("select session_id from session where user_uid = :user")
                .bind("user", user)
                .mapTo(UUID.class)
                .list()
                .stream()
                .mapToInt(id -> handle.execute(
                        "update session set address = ?, key_id = ? where session_id = ?",
                        vault.seal(place(id), ""),
                        vault.newestKey(),
                        id))
                .sum()));
    }

    @Override
    public int removeBefore(Instant time) {
        return Outages.translated(
                () -> jdbi.withHandle(handle -> handle.execute("delete from session where expires_at < ?", time)));
    }

    private Session session(ResultSet row, StatementContext context) throws SQLException {
        UUID id = row.getObject("session_id", UUID.class);
        return new Session(
                id,
                row.getObject("user_uid", UUID.class),
                vault.openText(place(id), row.getBytes("address")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("used_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    static String place(UUID id) {
        return "session.address/" + id;
    }
}
