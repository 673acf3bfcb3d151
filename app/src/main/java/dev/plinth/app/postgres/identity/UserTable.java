package dev.plinth.app.postgres.identity;

import dev.plinth.app.access.Role;
import dev.plinth.app.crypto.BlindIndex;
import dev.plinth.app.crypto.Vault;
import dev.plinth.app.identity.Credentials;
import dev.plinth.app.identity.Email;
import dev.plinth.app.identity.Profile;
import dev.plinth.app.identity.User;
import dev.plinth.app.identity.UserChange;
import dev.plinth.app.identity.UserQuery;
import dev.plinth.app.identity.UserStatus;
import dev.plinth.app.identity.UserStore;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code app_user}. */
public final class UserTable implements UserStore {
    /** Any number, as long as all instances lock the same one. */
    private static final long LOCK = 7_270_120_002L;

    private static final String COLUMNS = " uid, email, display_name, role, status, revision, created_at, updated_at ";
    private static final String INSERT = """
            insert into app_user (uid, email, email_index, display_name, key_id, password_hash, role, status)
            select :uid, :email, :index, :name, :key, :hash, :role, 'active'
             where not exists (select from app_user where email_index = any(:indexes))
            on conflict (email_index) do nothing
            returning""" + COLUMNS;

    private static final String UPDATE = """
            update app_user set email = :email, email_index = :index, display_name = :name, key_id = :key,
                   role = :role, status = :status, revision = revision + 1, updated_at = now()
             where uid = :uid
               and not exists (select from app_user other where other.email_index = any(:indexes) and other.uid <> :uid)
            returning""" + COLUMNS;

    private final Jdbi jdbi;
    private final Vault vault;
    private final BlindIndex index;

    public UserTable(Database database, Vault vault, BlindIndex index) {
        this.jdbi = database.jdbi();
        this.vault = vault;
        this.index = index;
    }

    @Override
    public Optional<User> insert(Profile profile, Role role, String passwordHash) {
        String email = profile.email().value();
        return Outages.translated(() -> jdbi.withHandle(handle -> {
            // Before the row: it is part of what its sealed columns are bound to.
            UUID uid = handle.createQuery("select uuidv7()").mapTo(UUID.class).one();
            return handle.createQuery(INSERT)
                    .bind("uid", uid)
                    .bind("email", vault.seal(emailPlace(uid), email))
                    .bind("index", index.of(email))
                    .bindArray("indexes", String.class, index.all(email))
                    .bind(
                            "name",
                            vault.seal(namePlace(uid), profile.displayName().value()))
                    .bind("key", vault.newestKey())
                    .bind("hash", passwordHash)
                    .bind("role", Names.of(role))
                    .map(this::user)
                    .findOne();
        }));
    }

    @Override
    public Optional<User> find(UUID uid) {
        return found(uid, "");
    }

    @Override
    public Optional<User> lock(UUID uid) {
        return found(uid, " for update");
    }

    private Optional<User> found(UUID uid, String lock) {
        return Outages.translated(() -> jdbi.withHandle(
                handle -> handle.createQuery("select" + COLUMNS + "from app_user where uid = :uid" + lock)
                        .bind("uid", uid)
                        .map(this::user)
                        .findOne()));
    }

    @Override
    public List<User> list(UserQuery query) {
        String sql = "select" + COLUMNS + "from app_user where true"
                + (query.after().isPresent() ? " and uid > :after" : "")
                + (query.roles().isEmpty() ? "" : " and role = any(:roles)")
                + (query.statuses().isEmpty() ? "" : " and status = any(:statuses)") + " order by uid limit :limit";
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("after", query.after().orElse(null))
                .bindArray(
                        "roles",
                        String.class,
                        query.roles().stream().map(Names::of).toList())
                .bindArray(
                        "statuses",
                        String.class,
                        query.statuses().stream().map(Names::of).toList())
                .bind("limit", query.limit())
                .map(this::user)
                .list()));
    }

    @Override
    public Optional<User> update(UUID uid, UserChange change) {
        String email = change.profile().email().value();
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery(UPDATE)
                .bind("uid", uid)
                .bind("email", vault.seal(emailPlace(uid), email))
                .bind("index", index.of(email))
                .bindArray("indexes", String.class, index.all(email))
                .bind(
                        "name",
                        vault.seal(
                                namePlace(uid), change.profile().displayName().value()))
                .bind("key", vault.newestKey())
                .bind("role", Names.of(change.role()))
                .bind("status", Names.of(change.status()))
                .map(this::user)
                .findOne()));
    }

    @Override
    public void setPassword(UUID uid, String hash) {
        Outages.translated(() -> jdbi.withHandle(handle -> handle.execute(
                "update app_user set password_hash = ? where uid = ? and status <> 'erased'", hash, uid)));
    }

    @Override
    public void removePassword(UUID uid) {
        Outages.translated(() -> jdbi.withHandle(
                handle -> handle.execute("update app_user set password_hash = null where uid = ?", uid)));
    }

    @Override
    public Optional<Credentials> credentials(Email email) {
        String sql = "select password_hash," + COLUMNS
                + "from app_user where email_index = any(:indexes) and password_hash is not null";
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindArray("indexes", String.class, index.all(email.value()))
                .map((row, context) -> new Credentials(user(row, context), row.getString("password_hash")))
                .findOne()));
    }

    @Override
    public int lockAdministrators() {
        return Outages.translated(() -> jdbi.withHandle(handle -> {
            handle.execute("select pg_advisory_xact_lock(?)", LOCK);
            return handle.createQuery("select count(*) from app_user where role = 'admin' and status = 'active'")
                    .mapTo(Integer.class)
                    .one();
        }));
    }

    private User user(ResultSet row, StatementContext context) throws SQLException {
        UUID uid = row.getObject("uid", UUID.class);
        var profile = new Profile(
                new Email(vault.openText(emailPlace(uid), row.getBytes("email"))),
                new Label(vault.openText(namePlace(uid), row.getBytes("display_name"))));
        return new User(
                uid,
                profile,
                Names.constant(Role.class, row.getString("role")),
                Names.constant(UserStatus.class, row.getString("status")),
                row.getLong("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    static String emailPlace(UUID uid) {
        return "app_user.email/" + uid;
    }

    static String namePlace(UUID uid) {
        return "app_user.display_name/" + uid;
    }
}
