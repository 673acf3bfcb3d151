package dev.plinth.app.http.audit;

import dev.plinth.app.access.Scope;
import dev.plinth.app.audit.AuditEvent;
import dev.plinth.app.audit.AuditFilter;
import dev.plinth.app.audit.AuditJson;
import dev.plinth.app.audit.AuditTrail;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Effect;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.Positions;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.json.Json;
import dev.plinth.app.values.Text;
import io.helidon.common.media.type.MediaType;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.Method;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The audit trail over HTTP. Decodes, delegates and encodes; decides nothing. */
public final class AuditOperations implements Operations {
    private static final String PATH = "/api/v1/audit-events";
    private static final MediaType LINES = MediaTypes.create("application/x-ndjson");
    private static final Text NAME = new Text(300);

    /** How many simple requests a look at the whole trail counts as. */
    private static final int WHOLE_TRAIL = 50;

    private final AuditTrail trail;

    public AuditOperations(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void addTo(Api api) {
        api.add(
                        Operation.get("listAuditEvents", PATH, Scope.AUDIT_READ)
                                .answering(MediaTypes.WILDCARD)
                                .costing(5),
                        this::list)
                .add(
                        Operation.change("verifyAuditEvents", Method.POST, PATH + ":verify", Scope.AUDIT_READ)
                                .with(Effect.NONE)
                                .costing(WHOLE_TRAIL),
                        this::verify);
    }

    private Reply list(Call call) {
        QueryReader query = call.query();
        var filter = new AuditFilter(
                query.any("actor", AuditOperations::name),
                query.any("subject", AuditOperations::name),
                query.any("action", ChangeType::of),
                query.one("since", QueryReader::time),
                query.one("until", QueryReader::time));
        Paging paging = Paging.read(call, query);
        long before = Positions.read(paging, query, Long.MAX_VALUE);
        query.finish();
        if (call.preferred(MediaTypes.APPLICATION_JSON, LINES).equals(LINES)) {
            return Reply.streamed(LINES.text(), target -> export(filter, target));
        }
        return Reply.ok(paging.json(
                trail.list(filter, before, paging.limit()),
                AuditJson::write,
                event -> List.of(Long.toString(event.kept().id()))));
    }

    private void export(AuditFilter filter, OutputStream target) {
        trail.export(filter, event -> write(event, target));
    }

    private static void write(AuditEvent event, OutputStream target) {
        try {
            target.write(Json.bytes(AuditJson.write(event)));
            target.write(new byte[] {'\n'});
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Reply verify(Call call) {
        call.withoutParameters();
        return Reply.ok(AuditJson.write(trail.verify()));
    }

    private static String name(String value) {
        NAME.check(value);
        return value;
    }
}
