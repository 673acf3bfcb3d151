package dev.plinth.app.http.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.http.Reply;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Tells in headers too that a metric is deprecated (RFC 9745), until when it is kept up (RFC 8594), and what follows. */
final class DeprecationHeaders {
    private static final HeaderName DEPRECATION = HeaderNames.create("Deprecation");
    private static final HeaderName SUNSET = HeaderNames.create("Sunset");

    /** The answer with those headers, when the metric, as JSON, is deprecated. */
    static Reply on(Reply reply, JsonNode metric) {
        JsonNode deprecation = metric.path("deprecation");
        if (deprecation.isMissingNode()) {
            return reply;
        }
        Reply marked = reply.header(
                        DEPRECATION, "@" + time(deprecation, "since").getEpochSecond())
                .header(
                        SUNSET,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                time(deprecation, "sunset").atOffset(ZoneOffset.UTC)));
        JsonNode replacement = deprecation.path("replacement");
        return replacement.isMissingNode()
                ? marked
                : marked.header(
                        HeaderNames.LINK,
                        "<%s/%s>; rel=\"successor-version\"".formatted(MetricAnswers.PATH, replacement.textValue()));
    }

    private static Instant time(JsonNode deprecation, String field) {
        return Instant.parse(deprecation.required(field).textValue());
    }

    private DeprecationHeaders() {}
}
