package dev.plinth.app.postgres.identity;

import dev.plinth.app.crypto.BlindIndex;
import dev.plinth.app.crypto.Vault;
import dev.plinth.app.postgres.SealedRows;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;

/** What is sealed of users, their sessions, and the keys that sign for them. */
public final class SealedIdentity {
    private static final String OLDER = " where key_id <> :newest limit :rows for update skip locked";

    private final Vault vault;
    private final BlindIndex emails;

    public SealedIdentity(Vault vault, BlindIndex emails) {
        this.vault = vault;
        this.emails = emails;
    }

    public List<SealedRows> tables() {
        return List.of(this::users, this::sessions, this::signingKeys);
    }

    private int users(Handle handle, int limit) {
        return older(handle, "select uid, email, display_name from app_user", limit)
                .reduceRows(0, (count, row) -> count + user(handle, row));
    }

    private int user(Handle handle, RowView row) {
        UUID uid = row.getColumn("uid", UUID.class);
        String email = vault.openText(UserTable.emailPlace(uid), row.getColumn("email", byte[].class));
        String name = vault.openText(UserTable.namePlace(uid), row.getColumn("display_name", byte[].class));
        return handle.execute(
                "update app_user set email = ?, email_index = ?, display_name = ?, key_id = ? where uid = ?",
                vault.seal(UserTable.emailPlace(uid), email),
                emails.of(email),
                vault.seal(UserTable.namePlace(uid), name),
                vault.newestKey(),
                uid);
    }

    private int sessions(Handle handle, int limit) {
        return older(handle, "select session_id, address from session", limit).reduceRows(0, (count, row) -> {
            UUID id = row.getColumn("session_id", UUID.class);
            String address = vault.openText(SessionTable.place(id), row.getColumn("address", byte[].class));
            return count
                    + handle.execute(
                            "update session set address = ?, key_id = ? where session_id = ?",
                            vault.seal(SessionTable.place(id), address),
                            vault.newestKey(),
                            id);
        });
    }

    private int signingKeys(Handle handle, int limit) {
        return older(handle, "select kid, private_key from signing_key", limit).reduceRows(0, (count, row) -> {
            String kid = row.getColumn("kid", String.class);
            byte[] pair = vault.open(SigningKeyTable.place(kid), row.getColumn("private_key", byte[].class));
            return count
                    + handle.execute(
                            "update signing_key set private_key = ?, key_id = ? where kid = ?",
                            vault.seal(SigningKeyTable.place(kid), pair),
                            vault.newestKey(),
                            kid);
        });
    }

    private Query older(Handle handle, String select, int limit) {
        return handle.createQuery(select + OLDER)
                .bind("newest", vault.newestKey())
                .bind("rows", limit);
    }
}
