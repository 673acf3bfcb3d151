package dev.plinth.app.transfer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeLog;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.values.Names;

/** Writes down that an import is over, and how it ended; the metrics that it changed are written down one by one. */
public final class ImportJournal {
    private final ChangeLog changes;

    public ImportJournal(ChangeLog changes) {
        this.changes = changes;
    }

    void done(Import done) {
        if (done.order().trial()) {
            return;
        }
        Progress progress = done.progress();
        var summary = JsonNodeFactory.instance
                .objectNode()
                .put("state", Names.of(done.state()))
                .put("records", progress.records())
                .put("created", progress.created())
                .put("updated", progress.updated())
                .put("unchanged", progress.unchanged())
                .put("failed", progress.failed());
        changes.record(
                done.order().actor(),
                Change.made(ChangeType.IMPORT_DONE, done.uid().toString(), summary));
    }
}
