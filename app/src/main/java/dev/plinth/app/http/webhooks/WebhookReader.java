package dev.plinth.app.http.webhooks;

import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.http.JsonObjectReader;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.values.Label;
import dev.plinth.app.webhooks.WebhookContent;
import dev.plinth.app.webhooks.WebhookUrl;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what clients send about webhooks. */
final class WebhookReader {
    /** Throws with every fault that the body has. */
    static WebhookContent content(JsonObjectReader body) {
        Optional<WebhookUrl> url = body.text("url", WebhookUrl::new);
        Optional<Label> description = body.optional("description", Label::new);
        List<ChangeType> types = body.texts("event_types", ChangeType::event);
        body.finish();
        return new WebhookContent(url.orElseThrow(), description, Set.copyOf(types));
    }

    /** From a time on, up to another. */
    record Range(Instant since, Instant until) {}

    static Range range(JsonObjectReader body) {
        Optional<Instant> since = body.text("since", QueryReader::time);
        Optional<Instant> until = body.text("until", QueryReader::time);
        body.finish();
        return new Range(since.orElseThrow(), until.orElseThrow());
    }

    private WebhookReader() {}
}
