package dev.plinth.app.postgres.objectives;

import dev.plinth.app.metrics.Amount;
import dev.plinth.app.objectives.CheckIn;
import dev.plinth.app.objectives.CheckInStore;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.values.Prose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code check_in}. */
public final class CheckInTable implements CheckInStore {
    private static final String INSERT = """
            insert into check_in (key_result_uid, value, note, author, checked_in_at)
            values (:keyResult, :value, :note, :author, :at)
            returning *
            """;

    private static final String LIST = """
            select * from check_in
             where key_result_uid = :keyResult and uid < coalesce(:before, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
             order by uid desc limit :limit
            """;

    private final Jdbi jdbi;

    public CheckInTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public CheckIn insert(UUID keyResult, CheckIn.Report report, String author, Instant at) {
        return with(handle -> handle.createQuery(INSERT)
                .bind("keyResult", keyResult)
                .bind("value", report.value().value())
                .bind("note", report.note().map(Prose::value))
                .bind("author", author)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .map(CheckInTable::checkIn)
                .one());
    }

    @Override
    public List<CheckIn> list(UUID keyResult, Optional<UUID> before, int limit) {
        return with(handle -> handle.createQuery(LIST)
                .bind("keyResult", keyResult)
                .bind("before", before)
                .bind("limit", limit)
                .map(CheckInTable::checkIn)
                .list());
    }

    private <T> T with(HandleCallback<T, RuntimeException> work) {
        return Outages.translated(() -> jdbi.withHandle(work));
    }

    private static CheckIn checkIn(ResultSet row, StatementContext context) throws SQLException {
        return new CheckIn(
                row.getObject("uid", UUID.class),
                new CheckIn.Report(
                        new Amount(row.getBigDecimal("value")),
                        Optional.ofNullable(row.getString("note")).map(Prose::new)),
                row.getString("author"),
                row.getObject("checked_in_at", OffsetDateTime.class).toInstant());
    }
}
