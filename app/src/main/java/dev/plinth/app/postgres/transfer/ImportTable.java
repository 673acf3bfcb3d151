package dev.plinth.app.postgres.transfer;

import dev.plinth.app.access.Principal;
import dev.plinth.app.access.Reach;
import dev.plinth.app.access.Scope;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.Outages;
import dev.plinth.app.transfer.Fault;
import dev.plinth.app.transfer.Import;
import dev.plinth.app.transfer.ImportFault;
import dev.plinth.app.transfer.ImportOrder;
import dev.plinth.app.transfer.ImportState;
import dev.plinth.app.transfer.ImportStore;
import dev.plinth.app.transfer.Progress;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Names;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables {@code import}, {@code import_piece} and {@code import_fault}. */
public final class ImportTable implements ImportStore {
    private static final String BEGIN = """
            insert into import (caller_kind, caller, scopes, reach, address, request_id, format, mode, trial, state)
            values (:kind, :caller, :scopes, :reach, :address, :request, :format, :mode, :trial, 'receiving')
            returning uid
            """;

    private static final String TAKE = """
            update import
               set state = 'running', worker = :worker, leased_until = now() + make_interval(secs => :lease),
                   attempts = attempts + 1, started_at = coalesce(started_at, now())
             where uid = (select uid from import
                           where state = 'waiting' or state = 'running' and leased_until < now()
                           order by uid
                           for update skip locked
                           limit 1)
            returning *
            """;

    private static final String ADVANCE = """
            update import
               set records = :records, created = :created, updated = :updated, unchanged = :unchanged,
                   failed = :failed, leased_until = now() + make_interval(secs => :lease), attempts = 1
             where uid = :uid and worker = :worker and state = 'running' and not cancelling
            """;

    private static final String FAULT = """
            insert into import_fault (import_uid, record, position, line, metric_id, code, pointer, detail)
            values (:uid, :record, :position, :line, :metric, :code, :pointer, :detail)
            """;

    private static final String FINISH = """
            with done as (
                update import
                   set state = :state, failure = :failure, worker = null, leased_until = null, address = '',
                       finished_at = now()
                 where uid = :uid and worker = :worker
                returning uid
            )
            delete from import_piece using done where import_uid = done.uid
            """;

    private static final String CANCEL = """
            with done as (
                update import
                   set cancelling = true,
                       state = case state when 'running' then state else 'cancelled' end,
                       address = case state when 'running' then address else '' end,
                       finished_at = case state when 'running' then null else coalesce(finished_at, now()) end
                 where uid = :uid and state in ('receiving', 'waiting', 'running')
                returning uid, state
            )
            delete from import_piece using done where import_uid = done.uid and done.state = 'cancelled'
            """;

    private static final String FORGET = """
            delete from import
             where state = 'receiving' and created_at < now() - make_interval(secs => :receiving)
                or finished_at < now() - make_interval(secs => :finished)
            """;

    private final Jdbi jdbi;

    public ImportTable(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public UUID begin(ImportOrder order) {
        Principal principal = order.actor().principal();
        return with(handle -> handle.createQuery(BEGIN)
                .bind("kind", Names.of(principal.kind()))
                .bind("caller", principal.id())
                .bindArray(
                        "scopes",
                        String.class,
                        principal.scopes().stream().map(Scope::text).toList())
                .bind("reach", reach(principal.reach()).map(domains -> domains.toArray(String[]::new)))
                .bind("address", order.actor().address())
                .bind("request", order.actor().requestId())
                .bind("format", Names.of(order.format()))
                .bind("mode", Names.of(order.mode()))
                .bind("trial", order.trial())
                .mapTo(UUID.class)
                .one());
    }

    private static Optional<List<String>> reach(Reach reach) {
        return switch (reach) {
            case Reach.Everywhere everywhere -> Optional.empty();
            case Reach.Within within ->
                Optional.of(
                        within.domains().stream().map(DomainId::value).sorted().toList());
        };
    }

    @Override
    public void append(UUID uid, int position, byte[] piece) {
        with(handle -> handle.execute(
                "insert into import_piece (import_uid, position, content) values (?, ?, ?)", uid, position, piece));
    }

    @Override
    public Import arrived(UUID uid, long bytes) {
        String sql = "update import set state = 'waiting', bytes = :bytes where uid = :uid returning *";
        return with(handle -> handle.createQuery(sql)
                .bind("uid", uid)
                .bind("bytes", bytes)
                .map(ImportRows::order)
                .one());
    }

    @Override
    public void delete(UUID uid) {
        with(handle -> handle.execute("delete from import where uid = ?", uid));
    }

    @Override
    public Optional<Import> find(UUID uid) {
        return with(handle -> handle.createQuery("select * from import where uid = :uid")
                .bind("uid", uid)
                .map(ImportRows::order)
                .findOne());
    }

    @Override
    public List<ImportFault> faults(UUID uid, int limit) {
        String sql = "select * from import_fault where import_uid = :uid order by record, position limit :limit";
        return with(handle -> handle.createQuery(sql)
                .bind("uid", uid)
                .bind("limit", limit)
                .map(ImportRows::fault)
                .list());
    }

    @Override
    public Optional<Taken> take(Lease lease) {
        return with(handle -> handle.createQuery(TAKE)
                .bind("worker", lease.worker())
                .bind("lease", lease.length().toSeconds())
                .map((row, context) -> new Taken(ImportRows.order(row, context), row.getInt("attempts")))
                .findOne());
    }

    @Override
    public InputStream file(UUID uid) {
        String sql = "select content from import_piece where import_uid = :uid and position = :position";
        return new PieceStream(position -> with(handle -> handle.createQuery(sql)
                .bind("uid", uid)
                .bind("position", position)
                .mapTo(byte[].class)
                .findOne()));
    }

    @Override
    public boolean advance(UUID uid, Lease lease, Progress progress, List<ImportFault> faults) {
        return with(handle -> {
            int kept = handle.createUpdate(ADVANCE)
                    .bind("uid", uid)
                    .bind("worker", lease.worker())
                    .bind("lease", lease.length().toSeconds())
                    .bind("records", progress.records())
                    .bind("created", progress.created())
                    .bind("updated", progress.updated())
                    .bind("unchanged", progress.unchanged())
                    .bind("failed", progress.failed())
                    .execute();
            if (kept > 0 && !faults.isEmpty()) {
                add(handle.prepareBatch(FAULT), uid, faults);
            }
            return kept > 0;
        });
    }

    private static void add(PreparedBatch batch, UUID uid, List<ImportFault> faults) {
        for (int index = 0; index < faults.size(); index++) {
            Fault fault = faults.get(index).fault();
            ImportFault.Place place = faults.get(index).place();
            batch.bind("uid", uid)
                    .bind("record", place.record())
                    .bind("position", index)
                    .bind("line", place.line())
                    .bind("metric", place.metricId())
                    .bind("code", fault.code())
                    .bind("pointer", fault.pointer())
                    .bind("detail", fault.detail())
                    .add();
        }
        batch.execute();
    }

    @Override
    public void release(UUID uid, String worker) {
        String sql = "update import set leased_until = now(), attempts = attempts - 1 where uid = ? and worker = ?";
        with(handle -> handle.execute(sql, uid, worker));
    }

    @Override
    public void finish(UUID uid, String worker, ImportState end, Optional<String> failure) {
        with(handle -> handle.createUpdate(FINISH)
                .bind("uid", uid)
                .bind("worker", worker)
                .bind("state", Names.of(end))
                .bind("failure", failure)
                .execute());
    }

    @Override
    public void cancel(UUID uid) {
        with(handle -> handle.createUpdate(CANCEL).bind("uid", uid).execute());
    }

    @Override
    public void forget(Duration receiving, Duration finished) {
        with(handle -> handle.createUpdate(FORGET)
                .bind("receiving", receiving.toSeconds())
                .bind("finished", finished.toSeconds())
                .execute());
    }

    private <T> T with(HandleCallback<T, RuntimeException> work) {
        return Outages.translated(() -> jdbi.withHandle(work));
    }
}
