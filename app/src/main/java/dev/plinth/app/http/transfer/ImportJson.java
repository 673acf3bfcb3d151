package dev.plinth.app.http.transfer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import dev.plinth.app.transfer.Import;
import dev.plinth.app.transfer.ImportFault;
import dev.plinth.app.transfer.ImportState;
import dev.plinth.app.transfer.Progress;
import dev.plinth.app.values.Names;
import java.util.List;

/** An import as the operation that it is to its client. */
final class ImportJson {
    static ObjectNode write(Import done, List<ImportFault> faults) {
        ObjectNode node = Json.object()
                .put("operation_id", done.uid().toString())
                .put("kind", "import")
                // The file has come when a client hears of its import.
                .put("state", Names.of(done.state() == ImportState.RECEIVING ? ImportState.WAITING : done.state()))
                .put("format", Names.of(done.order().format()))
                .put("mode", Names.of(done.order().mode()))
                .put("validate_only", done.order().trial())
                .put("bytes", done.details().bytes());
        Progress progress = done.progress();
        node.putObject("progress")
                .put("records", progress.records())
                .put("created", progress.created())
                .put("updated", progress.updated())
                .put("unchanged", progress.unchanged())
                .put("failed", progress.failed());
        ArrayNode errors = node.putArray("errors");
        faults.forEach(fault -> errors.add(write(fault)));
        done.details().failure().ifPresent(failure -> node.put("failure", failure));
        node.put("created_at", done.times().created().toString());
        done.times().started().ifPresent(time -> node.put("started_at", time.toString()));
        done.times().finished().ifPresent(time -> node.put("finished_at", time.toString()));
        return node;
    }

    private static ObjectNode write(ImportFault fault) {
        ObjectNode node = Json.object()
                .put("record", fault.place().record())
                .put("line", fault.place().line());
        fault.place().metricId().ifPresent(id -> node.put("metric_id", id));
        node.put("code", fault.fault().code());
        fault.fault().pointer().ifPresent(pointer -> node.put("pointer", pointer));
        return node.put("detail", fault.fault().detail());
    }

    private ImportJson() {}
}
