package dev.plinth.app.postgres.identity;

import dev.plinth.app.access.Role;
import dev.plinth.app.crypto.Vault;
import dev.plinth.app.identity.Session;
import dev.plinth.app.identity.SessionStore;
import dev.plinth.app.identity.Standing;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.values.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
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
    private static final String STANDING = """
            select person.uid, person.role
              from session join app_user person on person.uid = session.user_uid
             where session.session_id = :id and session.closed_at is null and session.expires_at > now()
               and person.status = 'active'
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
                .map((row, context) -> new Standing(
                        row.getObject("uid", UUID.class), Names.constant(Role.class, row.getString("role")), Set.of()))
                .findOne()));
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

    private static String place(UUID id) {
        return "session.address/" + id;
    }
}
