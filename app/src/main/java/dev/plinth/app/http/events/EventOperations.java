package dev.plinth.app.http.events;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.access.Scope;
import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.events.Event;
import dev.plinth.app.events.EventJson;
import dev.plinth.app.events.Events;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.Positions;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.json.Json;
import dev.plinth.app.values.Slice;
import java.util.List;
import java.util.Set;

/** The feed of events over HTTP. Decodes, delegates and encodes; decides nothing. */
public final class EventOperations implements Operations {
    private final Events events;

    public EventOperations(Events events) {
        this.events = events;
    }

    @Override
    public void addTo(Api api) {
        api.add(Operation.get("listEvents", "/api/v1/events", Scope.EVENTS_READ), this::list)
                .add(Operation.get("listEventTypes", "/api/v1/event-types", Scope.EVENTS_READ), this::types);
    }

    private Reply list(Call call) {
        QueryReader query = call.query();
        Set<ChangeType> types = query.any("type", ChangeType::event);
        Paging paging = Paging.read(call, query);
        long after = Positions.read(paging, query, 0);
        query.finish();
        Slice<Event> page = events.list(call.principal(), after, types, paging.limit());
        return Reply.ok(paging.feed(page, EventJson::write, event -> List.of(Long.toString(event.sequence()))));
    }

    private Reply types(Call call) {
        call.withoutParameters();
        ObjectNode body = Json.object();
        ArrayNode items = body.putArray("items");
        ChangeType.events()
                .forEach(type -> items.addObject().put("type", type.text()).put("description", type.sentence()));
        return Reply.ok(body);
    }
}
