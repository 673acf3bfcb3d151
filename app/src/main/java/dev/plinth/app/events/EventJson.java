package dev.plinth.app.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;

/** Events as JSON: the same in the feed and in what webhooks receive. */
public final class EventJson {
    /** It tells that something happened to what, not how it is now: who may see that reads it. */
    public static ObjectNode write(Event event) {
        ObjectNode body = envelope(event.id(), event.type().text(), event.at().toString());
        body.putObject("data").put("sequence", event.sequence()).put("subject", event.subject());
        return body;
    }

    /** What every message has, whatever its data. */
    public static ObjectNode envelope(String id, String type, String timestamp) {
        return Json.object().put("id", id).put("type", type).put("timestamp", timestamp);
    }

    private EventJson() {}
}
