package dev.plinth.app.transfer;

import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricAt;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.metrics.View;
import dev.plinth.app.transfer.ImportFiles.ImportFile;
import dev.plinth.app.transfer.Progress.Fate;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.MetricId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one file from where its import has come to, and imports its records in batches, each a transaction. */
final class ImportRun {
    private static final int BATCH_RECORDS = 50;

    private final ImportRunner.Parts parts;
    private final Import order;
    private final ImportStore.Lease lease;
    private final Set<MetricId> seen = new HashSet<>();
    private Progress progress;

    ImportRun(ImportRunner.Parts parts, Import order, ImportStore.Lease lease) {
        this.parts = parts;
        this.order = order;
        this.lease = lease;
        this.progress = order.progress();
    }

    /** How a run ends. */
    enum End {
        DONE,
        /** The rest of the file could not be read. */
        CUT,
        /** Somebody else decides what becomes of the import. */
        STOPPED
    }

    End carryOut() throws IOException {
        var content = parts.store().file(order.uid());
        try (ImportFile file = parts.files().open(order.order().format(), content)) {
            for (int done = 0; done < order.progress().records(); done++) {
                file.next().ifPresent(this::isFirst);
            }
            for (List<ImportRecord> batch = next(file); !batch.isEmpty(); batch = next(file)) {
                if (Thread.currentThread().isInterrupted() || !imported(batch)) {
                    return End.STOPPED;
                }
            }
            return file.isCut() ? End.CUT : End.DONE;
        }
    }

    private static List<ImportRecord> next(ImportFile file) throws IOException {
        List<ImportRecord> batch = new ArrayList<>();
        Optional<ImportRecord> record = file.next();
        while (record.isPresent()) {
            batch.add(record.get());
            record = batch.size() < BATCH_RECORDS ? file.next() : Optional.empty();
        }
        return batch;
    }

    /** False when the import is another one's now, or is to end; then none of the batch was imported. */
    private boolean imported(List<ImportRecord> batch) {
        if (order.order().trial()) {
            Batch tried = parts.transactions().undone(() -> carriedOut(batch));
            return kept(tried);
        }
        try {
            return parts.transactions().within(() -> {
                if (!kept(carriedOut(batch))) {
                    throw new NotKept();
                }
                return true;
            });
        } catch (NotKept stopped) {
            return false;
        }
    }

    private boolean kept(Batch batch) {
        boolean kept = parts.store().advance(order.uid(), lease, batch.progress(), batch.faults());
        if (kept) {
            progress = batch.progress();
        }
        return kept;
    }

    private record Batch(Progress progress, List<ImportFault> faults) {}

    private Batch carriedOut(List<ImportRecord> records) {
        Progress now = progress;
        List<ImportFault> faults = new ArrayList<>();
        for (ImportRecord record : records) {
            List<Fault> found = new ArrayList<>();
            Fate fate = fate(record, found);
            now = now.plus(fate);
            if (now.failed() <= Imports.FAULTS_MAX) {
                var place = new ImportFault.Place(now.records(), record.line(), id(record));
                found.forEach(fault -> faults.add(new ImportFault(place, fault)));
            }
        }
        return new Batch(now, faults);
    }

    private Fate fate(ImportRecord record, List<Fault> found) {
        switch (record) {
            case ImportRecord.Faulty faulty -> found.addAll(faulty.faults());
            case ImportRecord.Sound sound -> {
                if (isFirst(sound)) {
                    return attempted(sound.content(), found);
                }
                found.add(new Fault(
                        "repeated",
                        Optional.of("/metric_id"),
                        "An earlier record of the file has the same id; only the first was imported."));
            }
        }
        return Fate.FAILED;
    }

    private boolean isFirst(ImportRecord record) {
        return !(record instanceof ImportRecord.Sound sound)
                || seen.add(sound.content().id());
    }

    private Fate attempted(MetricContent content, List<Fault> found) {
        try {
            return parts.transactions().attempt(() -> written(content));
        } catch (RuntimeException failure) {
            found.addAll(parts.files().faults(failure).orElseThrow(() -> failure));
            return Fate.FAILED;
        }
    }

    private Fate written(MetricContent content) {
        Optional<Metric> there = order.order().mode() == ImportMode.UPSERT
                ? parts.metrics().find(content.id(), View.DRAFT)
                : Optional.empty();
        if (there.isEmpty()) {
            parts.metrics().create(order.order().actor(), content);
            return Fate.CREATED;
        }
        if (there.get().content().equals(content.called(there.get().id()))) {
            return Fate.UNCHANGED;
        }
        var at = new MetricAt(content.id(), new IfMatch.Any());
        parts.metrics().update(order.order().actor(), at, before -> content);
        return Fate.UPDATED;
    }

    private static Optional<String> id(ImportRecord record) {
        return switch (record) {
            case ImportRecord.Sound sound -> Optional.of(sound.content().id().value());
            case ImportRecord.Faulty faulty -> faulty.metricId();
        };
    }

    /** Undoes a batch. */
    private static final class NotKept extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
