package dev.plinth.app.transfer;

import dev.plinth.app.access.Actor;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeLog;
import dev.plinth.app.formats.RecordFormat;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.metrics.MetricJournal;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.metrics.Revisions;
import dev.plinth.app.metrics.Shelf;
import dev.plinth.app.metrics.View;
import dev.plinth.app.support.Actors;
import dev.plinth.app.support.Changes;
import dev.plinth.app.values.MetricId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Imports files of words, see {@link WordFiles}, into a library in this process. */
final class Workshop {
    private final Shelf shelf = new Shelf();
    private final Changes changes = new Changes();
    private final MemoryImports store = new MemoryImports();
    private final ChangeLog log = this::record;
    private final MetricJournal journal = new MetricJournal(log, shelf, (id, extent) -> {});
    private final Metrics metrics = new Metrics(shelf, shelf, new Revisions(shelf, journal, shelf), journal);
    private final ImportRunner.Parts parts =
            new ImportRunner.Parts(store, new WordFiles(), metrics, shelf, new ImportJournal(log));

    private Consumer<Change> meanwhile = change -> {};

    MemoryImports store() {
        return store;
    }

    Changes changes() {
        return changes;
    }

    /** What else happens in the midst of every change from now on. */
    void meanwhile(Consumer<Change> more) {
        meanwhile = more;
    }

    /** What else happens in the midst of a change of this metric. */
    void at(String id, Runnable action) {
        meanwhile(change -> {
            if (change.subject().equals(id)) {
                action.run();
            }
        });
    }

    private void record(Actor actor, Change change) {
        changes.record(actor, change);
        meanwhile.accept(change);
    }

    void run() {
        run("one");
    }

    void run(String worker) {
        new ImportRunner(parts, worker).run();
    }

    Import imported(ImportMode mode, String... words) {
        UUID uid = order(mode, false, Arrays.stream(words));
        run();
        return found(uid);
    }

    UUID order(ImportMode mode, boolean trial, Stream<String> words) {
        var order = new ImportOrder(Actors.editor("finance", "nowhere"), RecordFormat.NDJSON, mode, trial);
        Reception reception = new Imports(store).receive(order);
        words.map(word -> (word + "\n").getBytes(StandardCharsets.UTF_8))
                .forEach(line -> reception.write(line, 0, line.length));
        return reception.end().uid();
    }

    /** So many metrics: {@code finance.m1}, {@code finance.m2} and so on. */
    static Stream<String> words(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> "finance.m" + number);
    }

    Import found(UUID uid) {
        return store.find(uid).orElseThrow();
    }

    void keep(MetricContent content) {
        metrics.create(Actor.APP, content);
    }

    long count() {
        return metrics.count(MetricQuery.all(View.DRAFT));
    }

    Metric metric(String id) {
        return metrics.get(new MetricId(id), View.DRAFT);
    }
}
