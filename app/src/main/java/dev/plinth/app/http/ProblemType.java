package dev.plinth.app.http;

import io.helidon.http.Status;
import java.util.Locale;

/** The kinds of error that the API answers with; their names are part of its contract. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request breaks a rule"),
    MALFORMED_BODY(400, "The body is not the JSON expected"),
    UNAUTHENTICATED(401, "Who calls is not known"),
    FORBIDDEN(403, "The caller may not do this"),
    NOT_FOUND(404, "There is no such thing"),
    UNKNOWN_ROUTE(404, "Nothing is served at this address"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "No acceptable representation"),
    BODY_TOO_SLOW(408, "The body came too slowly"),
    ALREADY_EXISTS(409, "It exists already"),
    STILL_IN_USE(409, "Something still needs it"),
    WRONG_STATE(409, "Its state does not allow this"),
    WOULD_FORM_CYCLE(409, "It would depend on itself"),
    IN_PROGRESS(409, "The same request is being carried out"),
    STALE_REVISION(412, "It has been changed meanwhile"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not supported"),
    KEY_REUSED(422, "The idempotency key belongs to another request"),
    NOT_CARRIED_OUT(424, "Another part of the request could not be carried out"),
    PRECONDITION_REQUIRED(428, "The revision to be changed must be named"),
    TOO_MANY_REQUESTS(429, "The caller sends too many requests"),
    INTERNAL_ERROR(500, "The server failed"),
    STORE_UNAVAILABLE(503, "The database cannot be reached"),
    OVERLOADED(503, "The server has too much to do"),
    /** What the HTTP layer refuses by itself, with a status of its own. */
    PROTOCOL_ERROR(400, "The request is not proper HTTP");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public Status status() {
        return Status.create(status);
    }

    public String title() {
        return title;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Relative, so that it holds wherever the API is served. */
    String uri() {
        return "/problems/" + code().replace('_', '-');
    }

    public boolean isRetryable() {
        return switch (this) {
            case BODY_TOO_SLOW, IN_PROGRESS, TOO_MANY_REQUESTS, STORE_UNAVAILABLE, OVERLOADED -> true;
            default -> false;
        };
    }
}
