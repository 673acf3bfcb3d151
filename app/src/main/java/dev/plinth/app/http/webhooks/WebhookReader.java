package dev.plinth.app.http.webhooks;

import dev.plinth.app.changes.ChangeType;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.JsonObjectReader;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.webhooks.WebhookContent;
import dev.plinth.app.webhooks.WebhookUrl;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads what clients send about webhooks. */
final class WebhookReader {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

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

    /** What cannot be an id names nothing. */
    static UUID id(Call call, String parameter, String kind) {
        String given = call.path(parameter);
        if (!ID.matcher(given).matches()) {
            throw new NotFoundException(kind, given);
        }
        return UUID.fromString(given);
    }

    private WebhookReader() {}
}
