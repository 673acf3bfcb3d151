package dev.plinth.app.postgres.domains;

import dev.plinth.app.domains.DomainMember;
import dev.plinth.app.domains.DomainMemberStore;
import dev.plinth.app.domains.DomainMembership;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.values.DomainId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** The table {@code domain_member}. */
public final class DomainMemberTable implements DomainMemberStore {
    // Who is being erased at this moment is waited for, and whoever erases them next waits for the new membership.
    private static final String IS_USER =
            "select uid from app_user where uid = :user and status <> 'erased' for key share";

    private static final String ADD = """
            insert into domain_member (domain_id, user_uid) values (:domain, :user)
            on conflict (domain_id, user_uid) do nothing
            """;

    private static final String REMOVE = "delete from domain_member where domain_id = :domain and user_uid = :user";

    private static final String LIST = """
            select user_uid, added_at from domain_member where domain_id = :domain and user_uid > :after
             order by user_uid limit :limit
            """;

    private static final String MEMBERSHIPS =
            "select domain_id, added_at from domain_member where user_uid = :user order by domain_id";

    private final Jdbi jdbi;

    public DomainMemberTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public boolean isUser(UUID user) {
        return with(handle -> handle.createQuery(IS_USER)
                        .bind("user", user)
                        .mapTo(UUID.class)
                        .findOne())
                .isPresent();
    }

    @Override
    public boolean add(DomainId domain, UUID user) {
        return changes(ADD, domain, user);
    }

    @Override
    public boolean remove(DomainId domain, UUID user) {
        return changes(REMOVE, domain, user);
    }

    @Override
    public List<DomainMember> list(DomainId domain, UUID after, int limit) {
        return with(handle -> handle.createQuery(LIST)
                .bind("domain", domain.value())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new DomainMember(
                        row.getObject("user_uid", UUID.class),
                        row.getObject("added_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    @Override
    public List<DomainMembership> memberships(UUID user) {
        return with(handle -> handle.createQuery(MEMBERSHIPS)
                .bind("user", user)
                .map((row, context) -> new DomainMembership(
                        new DomainId(row.getString("domain_id")),
                        row.getObject("added_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    private boolean changes(String sql, DomainId domain, UUID user) {
        return with(handle -> handle.createUpdate(sql)
                        .bind("domain", domain.value())
                        .bind("user", user)
                        .execute())
                > 0;
    }

    private <T> T with(HandleCallback<T, RuntimeException> work) {
        return Outages.translated(() -> jdbi.withHandle(work));
    }
}
