package dev.plinth.app.postgres.consumers;

import dev.plinth.app.consumers.Consumer;
import dev.plinth.app.consumers.ConsumerKind;
import dev.plinth.app.consumers.ConsumerName;
import dev.plinth.app.consumers.Usage;
import dev.plinth.app.metrics.Version;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Consumers from rows of {@code consumer} with the id of their metric. */
final class ConsumerRows {
    static Consumer consumer(ResultSet row, StatementContext context) throws SQLException {
        var usage = new Usage(
                new ConsumerName(
                        Names.constant(ConsumerKind.class, row.getString("kind")), new Label(row.getString("name"))),
                Optional.ofNullable(row.getString("version")).map(Version::parse),
                Optional.ofNullable(row.getString("contact")).map(Label::new));
        return new Consumer(
                row.getObject("uid", UUID.class),
                new MetricId(row.getString("metric_id")),
                usage,
                Names.constant(Consumer.Origin.class, row.getString("origin")),
                row.getString("author"),
                new Consumer.Seen(time(row, "first_seen_at"), time(row, "last_seen_at")));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private ConsumerRows() {}
}
