package dev.plinth.app.postgres.identity;

import com.nimbusds.jose.jwk.ECKey;
import dev.plinth.app.crypto.Vault;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.tokens.SigningKey;
import dev.plinth.app.tokens.SigningKeyStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code signing_key}. */
public final class SigningKeyTable implements SigningKeyStore {
    /** Any number, as long as all instances lock the same one. */
    private static final long LOCK = 7_270_120_001L;

    private final Jdbi jdbi;
    private final Vault vault;

    public SigningKeyTable(Database database, Vault vault) {
        this.jdbi = database.jdbi();
        this.vault = vault;
    }

    @Override
    public List<SigningKey> all() {
        return Outages.translated(() -> jdbi.withHandle(
                handle -> handle.createQuery("select kid, private_key, signs_from from signing_key order by signs_from")
                        .map(this::key)
                        .list()));
    }

    @Override
    public List<SigningKey> lockAll() {
        return Outages.translated(() -> jdbi.withHandle(handle -> {
            handle.execute("select pg_advisory_xact_lock(?)", LOCK);
            return all();
        }));
    }

    @Override
    public void insert(SigningKey key) {
        Outages.translated(() -> jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into signing_key (kid, public_key, private_key, key_id, signs_from)
                        values (:kid, cast(:public as jsonb), :private, :key, :from)
                        """)
                .bind("kid", key.id())
                .bind("public", key.pair().toPublicJWK().toJSONString())
                .bind("private", vault.seal(place(key.id()), key.pair().toJSONString()))
                .bind("key", vault.newestKey())
                .bind("from", key.signsFrom())
                .execute()));
    }

    @Override
    public void delete(String id) {
        Outages.translated(
                () -> jdbi.withHandle(handle -> handle.execute("delete from signing_key where kid = ?", id)));
    }

    private SigningKey key(ResultSet row, StatementContext context) throws SQLException {
        String pair = vault.openText(place(row.getString("kid")), row.getBytes("private_key"));
        try {
            return new SigningKey(
                    ECKey.parse(pair),
                    row.getObject("signs_from", OffsetDateTime.class).toInstant());
        } catch (ParseException impossible) {
            // Its message would quote the key.
            throw new IllegalStateException("A signing key is not in the form in which it was written");
        }
    }

    static String place(String kid) {
        return "signing_key.private_key/" + kid;
    }
}
