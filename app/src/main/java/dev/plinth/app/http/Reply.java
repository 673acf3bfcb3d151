package dev.plinth.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.json.Json;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.util.LinkedHashMap;
import java.util.Map;

/** A good answer, before it is sent: its status, the headers of its own, and its body. */
public record Reply(Status status, Map<HeaderName, String> headers, Content content) {
    private static final HeaderName X_CACHE = HeaderNames.create("X-Cache");

    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply ok(JsonNode body) {
        return json(Status.OK_200, body);
    }

    /** Something was made, and is found at {@code location} from now on. */
    public static Reply created(String location, JsonNode body) {
        return json(Status.CREATED_201, body).header(HeaderNames.LOCATION, location);
    }

    /** Something was begun, whose state is found at {@code location}. */
    public static Reply accepted(String location, JsonNode body) {
        return json(Status.ACCEPTED_202, body).header(HeaderNames.LOCATION, location);
    }

    public static Reply noContent() {
        return new Reply(Status.NO_CONTENT_204, Map.of(), new Content.None());
    }

    public static Reply json(Status status, JsonNode body) {
        return new Reply(status, Map.of(), new Content.Bytes(Replies.JSON, Json.bytes(body)));
    }

    public static Reply of(String mediaType, byte[] body) {
        return new Reply(Status.OK_200, Map.of(), new Content.Bytes(mediaType, body));
    }

    /** A body that is written piece by piece, because it may be long. */
    public static Reply streamed(String mediaType, Content.Writer writer) {
        return new Reply(Status.OK_200, Map.of(), new Content.Stream(mediaType, writer));
    }

    /** The same, with another body. */
    public Reply with(Content other) {
        return new Reply(status, headers, other);
    }

    public Reply header(HeaderName name, String value) {
        Map<HeaderName, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, content);
    }

    /** Which revision this is; the same in every projection and encoding, so that it can always be sent back. */
    public Reply revision(long revision) {
        return header(HeaderNames.ETAG, EntityTags.of(revision));
    }

    /** How the cache took part: HIT, MISS, STALE or BYPASS. */
    public Reply cache(Enum<?> use) {
        return header(X_CACHE, use.name());
    }
}
