package dev.plinth.app.postgres.identity;

import dev.plinth.app.identity.AttemptStore;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The table {@code login_attempt}. */
public final class AttemptTable implements AttemptStore {
    private static final String SINCE = """
            select attempted_at from login_attempt where subject = :who and attempted_at > :since order by attempted_at
            """;

    private final Jdbi jdbi;

    public AttemptTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public List<Instant> add(String who, Instant at, Instant since) {
        return Outages.translated(() -> jdbi.withHandle(handle -> {
            handle.execute("insert into login_attempt (subject, attempted_at) values (?, ?)", who, at);
            return handle.createQuery(SINCE)
                    .bind("who", who)
                    .bind("since", since)
                    .mapTo(OffsetDateTime.class)
                    .map(OffsetDateTime::toInstant)
                    .list();
        }));
    }

    @Override
    public void remove(String who, Instant at) {
        execute("delete from login_attempt where subject = ? and attempted_at = ?", who, at);
    }

    @Override
    public void removeAll(String who) {
        execute("delete from login_attempt where subject = ?", who);
    }

    @Override
    public void removeBefore(Instant time) {
        execute("delete from login_attempt where attempted_at < ?", time);
    }

    private void execute(String sql, Object... arguments) {
        Outages.translated(() -> jdbi.withHandle(handle -> handle.execute(sql, arguments)));
    }
}
