package dev.plinth.app.postgres.domains;

import dev.plinth.app.domains.Domain;
import dev.plinth.app.domains.DomainContent;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.Prose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** Domains from rows of {@code domain}. */
final class DomainRows {
    static Domain domain(ResultSet row, StatementContext context) throws SQLException {
        var content = new DomainContent(
                new DomainId(row.getString("domain_id")),
                new Label(row.getString("name")),
                new Prose(row.getString("description")),
                Optional.ofNullable(row.getString("parent_id")).map(DomainId::new));
        return new Domain(
                content,
                row.getLong("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private DomainRows() {}
}
