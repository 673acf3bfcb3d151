package dev.plinth.app.transfer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Imports that are forgotten when the test ends; a lease lasts until the test ends it. */
final class MemoryImports implements ImportStore {
    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00Z");

    private final Map<UUID, Entry> entries = new LinkedHashMap<>();
    private final List<Duration> forgotten = new ArrayList<>();

    private static final class Entry {
        private Import order;
        private String worker = "";
        private boolean leaseOver;
        private int attempts;
        private final List<byte[]> pieces = new ArrayList<>();
        private final List<ImportFault> faults = new ArrayList<>();

        Entry(Import order) {
            this.order = order;
        }
    }

    /** As if nothing was heard of any worker for long. */
    void endLeases() {
        entries.values().forEach(entry -> entry.leaseOver = true);
    }

    /** The lengths of the pieces of its file. */
    List<Integer> pieces(UUID uid) {
        return entry(uid).pieces.stream().map(piece -> piece.length).toList();
    }

    /** The ages from which on imports were to be forgotten. */
    List<Duration> forgotten() {
        return List.copyOf(forgotten);
    }

    @Override
    public UUID begin(ImportOrder order) {
        var uid = UUID.randomUUID();
        entries.put(
                uid,
                new Entry(new Import(
                        uid,
                        order,
                        ImportState.RECEIVING,
                        Progress.NONE,
                        new Import.Times(TIME, Optional.empty(), Optional.empty()),
                        new Import.Details(0, false, Optional.empty()))));
        return uid;
    }

    @Override
    public void append(UUID uid, int position, byte[] piece) {
        entry(uid).pieces.add(position, piece);
    }

    @Override
    public Import arrived(UUID uid, long bytes) {
        return become(entry(uid), ImportState.WAITING, new Import.Details(bytes, false, Optional.empty()));
    }

    @Override
    public void delete(UUID uid) {
        entries.remove(uid);
    }

    @Override
    public Optional<Import> find(UUID uid) {
        return Optional.ofNullable(entries.get(uid)).map(entry -> entry.order);
    }

    @Override
    public List<ImportFault> faults(UUID uid, int limit) {
        return entry(uid).faults.stream().limit(limit).toList();
    }

    @Override
    public Optional<Taken> take(Lease lease) {
        return entries.values().stream()
                .filter(MemoryImports::isFree)
                .findFirst()
                .map(entry -> {
                    entry.worker = lease.worker();
                    entry.leaseOver = false;
                    entry.attempts++;
                    return new Taken(become(entry, ImportState.RUNNING, entry.order.details()), entry.attempts);
                });
    }

    private static boolean isFree(Entry entry) {
        return switch (entry.order.state()) {
            case WAITING -> true;
            case RUNNING -> entry.leaseOver;
            case RECEIVING, SUCCEEDED, FAILED, CANCELLED -> false;
        };
    }

    @Override
    public InputStream file(UUID uid) {
        var file = new ByteArrayOutputStream();
        entry(uid).pieces.forEach(file::writeBytes);
        return new ByteArrayInputStream(file.toByteArray());
    }

    @Override
    public boolean advance(UUID uid, Lease lease, Progress progress, List<ImportFault> faults) {
        Entry entry = entry(uid);
        Import now = entry.order;
        if (!entry.worker.equals(lease.worker()) || now.details().cancelling()) {
            return false;
        }
        entry.attempts = 1;
        entry.faults.addAll(faults);
        entry.order = new Import(uid, now.order(), now.state(), progress, now.times(), now.details());
        return true;
    }

    @Override
    public void release(UUID uid, String worker) {
        Entry entry = entry(uid);
        if (entry.worker.equals(worker)) {
            entry.leaseOver = true;
            entry.attempts--;
        }
    }

    @Override
    public void finish(UUID uid, String worker, ImportState end, Optional<String> failure) {
        Entry entry = entry(uid);
        if (entry.worker.equals(worker)) {
            Import.Details before = entry.order.details();
            become(entry, end, new Import.Details(before.bytes(), before.cancelling(), failure));
        }
    }

    @Override
    public void cancel(UUID uid) {
        Entry entry = entry(uid);
        ImportState state = entry.order.state();
        var cancelling = new Import.Details(entry.order.details().bytes(), true, Optional.empty());
        become(entry, state == ImportState.RUNNING ? state : ImportState.CANCELLED, cancelling);
    }

    @Override
    public void forget(Duration receiving, Duration finished) {
        forgotten.addAll(List.of(receiving, finished));
    }

    private static Import become(Entry entry, ImportState state, Import.Details details) {
        Import before = entry.order;
        entry.order = new Import(before.uid(), before.order(), state, before.progress(), before.times(), details);
        return entry.order;
    }

    private Entry entry(UUID uid) {
        return Objects.requireNonNull(entries.get(uid));
    }
}
