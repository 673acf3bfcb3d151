package dev.plinth.app.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.changes.KeptChange;
import dev.plinth.app.changes.Link;
import dev.plinth.app.changes.Origin;
import dev.plinth.app.json.Json;
import dev.plinth.app.values.Names;

/** The audit trail as JSON. */
public final class AuditJson {
    public static ObjectNode write(AuditEvent event) {
        KeptChange kept = event.kept();
        Origin origin = kept.origin();
        ObjectNode body = Json.object()
                .put("sequence", event.link().sequence())
                .put("id", kept.uid().toString())
                .put("at", kept.at().toString());
        body.putObject("actor").put("kind", Names.of(origin.kind())).put("id", origin.actorId());
        body.put("network", origin.network().value())
                .put("request_id", origin.requestId())
                .put("action", kept.change().type().text())
                .put("subject", kept.change().subject());
        put(body, "before", kept.change().before());
        put(body, "after", kept.change().after());
        return body.put("previous_hash", event.link().previousHash())
                .put("hash", event.link().hash());
    }

    public static ObjectNode write(Verdict verdict) {
        ObjectNode body = Json.object().put("intact", verdict.isIntact()).put("checked", verdict.checked());
        Link last = verdict.last();
        body.putObject("last").put("sequence", last.sequence()).put("hash", last.hash());
        verdict.fault()
                .ifPresent(fault -> body.putObject("fault")
                        .put("sequence", fault.sequence())
                        .put("change", fault.changeId())
                        .put("detail", fault.detail()));
        return body;
    }

    private static void put(ObjectNode body, String name, JsonNode state) {
        if (!state.isMissingNode()) {
            body.set(name, state);
        }
    }

    private AuditJson() {}
}
