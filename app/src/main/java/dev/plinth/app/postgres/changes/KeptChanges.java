package dev.plinth.app.postgres.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plinth.app.access.Principal;
import dev.plinth.app.changes.Change;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.changes.KeptChange;
import dev.plinth.app.changes.Link;
import dev.plinth.app.changes.Network;
import dev.plinth.app.changes.Origin;
import dev.plinth.app.json.Json;
import dev.plinth.app.values.Names;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads changes of rows of {@code audit_event}, which queries call {@code e}. */
final class KeptChanges {
    static final String COLUMNS =
            "e.id, e.uid, e.at, e.actor_kind, e.actor_id, e.network, e.request_id, e.action, e.subject, e.before, e.after";

    /**
     * All that is kept of a change as one text, the same on every server: PostgreSQL writes jsonb in one way only, and
     * the time as a number does not depend on the session's zone.
     */
    static final String SEALED = """
            jsonb_build_array(e.id, e.uid, (extract(epoch from e.at) * 1000000)::bigint, e.actor_kind, e.actor_id,
                              e.network, e.request_id, e.action, e.subject, e.before, e.after)::text""";

    static KeptChange read(ResultSet row) throws SQLException {
        var origin = new Origin(
                Names.constant(Principal.Kind.class, row.getString("actor_kind")),
                row.getString("actor_id"),
                new Network(row.getString("network")),
                row.getString("request_id"));
        var change = new Change(
                ChangeType.of(row.getString("action")),
                row.getString("subject"),
                json(row.getString("before")),
                json(row.getString("after")));
        return new KeptChange(
                row.getLong("id"),
                row.getObject("uid", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                origin,
                change);
    }

    static Link link(ResultSet row) throws SQLException {
        return new Link(row.getLong("seq"), row.getLong("event_id"), row.getString("prev_hash"), row.getString("hash"));
    }

    private static JsonNode json(@Nullable String text) {
        return text == null ? MissingNode.getInstance() : Json.parseOwn(text.getBytes(StandardCharsets.UTF_8));
    }

    private KeptChanges() {}
}
