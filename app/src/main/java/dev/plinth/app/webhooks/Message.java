package dev.plinth.app.webhooks;

import dev.plinth.app.events.Event;
import dev.plinth.app.events.EventJson;
import dev.plinth.app.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** What is sent to a webhook; whenever it is sent again it is the same to the byte. */
public record Message(String id, String type, String body) {
    private static final String TEST = "webhook.test";

    static Message of(Event event) {
        return new Message(event.id(), event.type().text(), text(Json.bytes(EventJson.write(event))));
    }

    /** Tells nothing, and proves that messages arrive. */
    static Message test(UUID webhook, Instant now) {
        String id = "evt_" + UUID.randomUUID();
        var body = EventJson.envelope(id, TEST, now.toString());
        body.putObject("data").put("webhook", webhook.toString());
        return new Message(id, TEST, text(Json.bytes(body)));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
