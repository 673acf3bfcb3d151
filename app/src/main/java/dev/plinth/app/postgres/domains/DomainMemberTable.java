package dev.plinth.app.postgres.domains;

import dev.plinth.app.domains.DomainMemberStore;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.values.DomainId;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The table {@code domain_member}. */
public final class DomainMemberTable implements DomainMemberStore {
    private static final String REACH = """
            with recursive covered as (
                select domain_id from domain_member where user_uid = :user
                union
                select below.domain_id from covered join domain below on below.parent_id = covered.domain_id
            )
            select domain_id from covered
            """;

    private final Jdbi jdbi;

    public DomainMemberTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public Set<DomainId> reachOf(UUID user) {
        return Outages.translated(() -> jdbi.withHandle(handle -> handle.createQuery(REACH)
                .bind("user", user)
                .mapTo(String.class)
                .map(DomainId::new)
                .collectIntoSet()));
    }
}
