package dev.plinth.app.postgres.transfer;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Principal;
import dev.plinth.app.access.Reach;
import dev.plinth.app.access.Scope;
import dev.plinth.app.formats.RecordFormat;
import dev.plinth.app.transfer.Fault;
import dev.plinth.app.transfer.Import;
import dev.plinth.app.transfer.ImportFault;
import dev.plinth.app.transfer.ImportMode;
import dev.plinth.app.transfer.ImportOrder;
import dev.plinth.app.transfer.ImportState;
import dev.plinth.app.transfer.Progress;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Names;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Imports from rows. */
final class ImportRows {
    static Import order(ResultSet row, StatementContext context) throws SQLException {
        return new Import(
                row.getObject("uid", UUID.class),
                new ImportOrder(
                        actor(row),
                        Names.constant(RecordFormat.class, row.getString("format")),
                        Names.constant(ImportMode.class, row.getString("mode")),
                        row.getBoolean("trial")),
                Names.constant(ImportState.class, row.getString("state")),
                new Progress(
                        row.getInt("records"),
                        row.getInt("created"),
                        row.getInt("updated"),
                        row.getInt("unchanged"),
                        row.getInt("failed")),
                new Import.Times(
                        time(row, "created_at").orElseThrow(), time(row, "started_at"), time(row, "finished_at")),
                new Import.Details(
                        row.getLong("bytes"),
                        row.getBoolean("cancelling"),
                        Optional.ofNullable(row.getString("failure"))));
    }

    static ImportFault fault(ResultSet row, StatementContext context) throws SQLException {
        var place = new ImportFault.Place(
                row.getInt("record"), row.getInt("line"), Optional.ofNullable(row.getString("metric_id")));
        return new ImportFault(
                place,
                new Fault(
                        row.getString("code"), Optional.ofNullable(row.getString("pointer")), row.getString("detail")));
    }

    private static Actor actor(ResultSet row) throws SQLException {
        var principal = new Principal(
                Names.constant(Principal.Kind.class, row.getString("caller_kind")),
                row.getString("caller"),
                texts(row.getArray("scopes")).map(Scope::of).collect(Collectors.toSet()),
                reach(row.getArray("reach")));
        return new Actor(principal, row.getString("address"), row.getString("request_id"));
    }

    private static Reach reach(@Nullable Array domains) throws SQLException {
        return domains == null
                ? new Reach.Everywhere()
                : new Reach.Within(texts(domains).map(DomainId::new).collect(Collectors.toSet()));
    }

    private static Stream<String> texts(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray());
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private ImportRows() {}
}
