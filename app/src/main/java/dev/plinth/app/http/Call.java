package dev.plinth.app.http;

import dev.plinth.app.access.Actor;
import dev.plinth.app.access.Principal;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.InvalidValueException;
import io.helidon.common.media.type.MediaType;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** One request to an operation, from a caller who may make it. */
public final class Call {
    private final Operation operation;
    private final ServerRequest request;
    private final ServerResponse response;
    private final RequestBody body;
    private final Actor actor;

    Call(Operation operation, Exchange exchange, Actor actor) {
        this.operation = operation;
        this.request = exchange.request();
        this.response = exchange.response();
        this.body = new RequestBody(exchange, operation.limits().bodyBytesMax());
        this.actor = actor;
    }

    public Operation operation() {
        return operation;
    }

    public Actor actor() {
        return actor;
    }

    public Principal principal() {
        return actor.principal();
    }

    /** The address as the client sent it, without the query. */
    public String path() {
        return request.prologue().uriPath().rawPath();
    }

    /** The address as the client sent it, to be asked for once more. */
    public String pathAndQuery() {
        return rawQuery().isEmpty() ? path() : path() + "?" + rawQuery();
    }

    /** The query as the client sent it; empty when there is none. */
    String rawQuery() {
        return request.query().rawValue();
    }

    /** Whether the client's connection is encrypted, here or at the load balancer. */
    public boolean isOverTls() {
        return request.isSecure()
                || header(HeaderNames.X_FORWARDED_PROTO).filter("https"::equals).isPresent();
    }

    /** A parameter of the path. */
    public String path(String name) {
        return request.path().pathParameters().get(name);
    }

    /** The parameters of the query; {@code finish()} must be called on it, before any effect. */
    public QueryReader query() {
        var reader = new QueryReader(request.query());
        if (operation.effect() == Effect.TRANSACTED) {
            reader.one(TransactionLayer.TRIAL, QueryReader::flag);
        }
        return reader;
    }

    /** Whether the client only wants to know what would happen. */
    boolean isTrial() {
        return request.query()
                .first(TransactionLayer.TRIAL)
                .filter("true"::equals)
                .isPresent();
    }

    /** For operations that take no parameters: refuses every one that was given. */
    public Call withoutParameters() {
        query().finish();
        return this;
    }

    public Optional<String> header(HeaderName name) {
        return request.headers().first(name);
    }

    /** The media type that the client likes best; the first of them when it likes several as much. */
    public MediaType preferred(MediaType... offered) {
        return Acceptance.best(request.headers(), List.of(offered));
    }

    /** The body as a JSON object; {@code finish()} must be called on it, before any effect. */
    public JsonObjectReader body() {
        return JsonBody.read(request.headers(), bytes());
    }

    /** The body as changes of some fields. */
    public MergePatch patch() {
        return JsonBody.patch(request.headers(), bytes());
    }

    /** The body as it came, not longer than the operation takes. */
    public byte[] bytes() {
        return body.bytes();
    }

    /** Passes the body on as it comes, without keeping it; for operations that take long ones. */
    public void receive(OutputStream target) {
        body.passTo(target);
    }

    /** The revisions that the client has seen; it must say so, else its change could undo another one. */
    public IfMatch ifMatch() {
        String header = header(HeaderNames.IF_MATCH)
                .orElseThrow(() -> new RefusedException(Problem.of(
                        ProblemType.PRECONDITION_REQUIRED,
                        "Send the header If-Match with the ETag of what you read, so that no other change is lost.")));
        try {
            return EntityTags.ifMatch(header);
        } catch (InvalidValueException malformed) {
            var fault = new Violation(
                    Violation.Place.HEADER, "If-Match", "invalid_value", String.valueOf(malformed.getMessage()));
            throw new RefusedException(Problem.of(ProblemType.INVALID_REQUEST, List.of(fault)));
        }
    }

    /** Sets a header of the answer, whether it will be a good one or a refusal. */
    public void answerWith(HeaderName name, String value) {
        response.header(name, value);
    }

    ServerRequest request() {
        return request;
    }
}
