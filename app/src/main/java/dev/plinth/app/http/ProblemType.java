package dev.plinth.app.http;

import io.helidon.http.Status;
import java.util.Locale;

/** The kinds of error that the API answers with; their names are part of its contract. */
enum ProblemType {
    INVALID_REQUEST(400, "The request breaks a rule"),
    MALFORMED_BODY(400, "The body is not the JSON expected"),
    METRIC_NOT_FOUND(404, "No such metric"),
    UNKNOWN_ROUTE(404, "Nothing is served at this address"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "No acceptable representation"),
    METRIC_EXISTS(409, "The metric exists already"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not supported"),
    INTERNAL_ERROR(500, "The server failed"),
    STORE_UNAVAILABLE(503, "The database cannot be reached"),
    /** What the HTTP layer refuses by itself, with a status of its own. */
    PROTOCOL_ERROR(400, "The request is not proper HTTP");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    Status status() {
        return Status.create(status);
    }

    String title() {
        return title;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Relative, so that it holds wherever the API is served. */
    String uri() {
        return "/problems/" + code().replace('_', '-');
    }

    boolean isRetryable() {
        return this == STORE_UNAVAILABLE;
    }
}
