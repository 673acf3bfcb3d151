package dev.plinth.app.postgres.identity;

import dev.plinth.app.access.Role;
import dev.plinth.app.identity.Standing;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a user may do, as a part of a query that has a row {@code person} of {@code app_user}. */
final class StandingRows {
    /** The domains of an editor are those that they are a member of, with all below; other roles need none. */
    static final String COLUMNS = """
             person.uid, person.role,
             array(with recursive covered as (
                       select domain_id from domain_member
                        where user_uid = person.uid and person.role = 'editor'
                       union
                       select below.domain_id from covered join domain below on below.parent_id = covered.domain_id)
                   select domain_id from covered) as domains
            """;

    static Standing read(ResultSet row) throws SQLException {
        String[] domains = (String[]) row.getArray("domains").getArray();
        return new Standing(
                row.getObject("uid", UUID.class),
                Names.constant(Role.class, row.getString("role")),
                Arrays.stream(domains).map(DomainId::new).collect(Collectors.toSet()));
    }

    private StandingRows() {}
}
