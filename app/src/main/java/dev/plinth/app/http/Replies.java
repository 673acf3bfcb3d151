package dev.plinth.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.json.Json;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;

/** Sends answers. */
final class Replies {
    static final String JSON = "application/json";
    /** What is left of a body up to this length is read and forgotten, so that the connection can be used again. */
    private static final int DRAINED_BYTES_MAX = 64 * 1024;

    static void json(ServerRequest request, ServerResponse response, Status status, JsonNode body) {
        send(request, response.status(status), JSON, Json.bytes(body));
    }

    /** Sends a good answer of an operation. */
    static void send(ServerRequest request, ServerResponse response, Reply reply) {
        response.status(reply.status());
        reply.headers().forEach(response::header);
        switch (reply.content()) {
            case Content.None none -> response.send();
            case Content.Bytes body -> send(request, response, body.mediaType(), body.bytes());
            case Content.Stream body -> stream(request, response, body);
        }
    }

    private static void stream(ServerRequest request, ServerResponse response, Content.Stream body) {
        response.header(HeaderNames.CONTENT_TYPE, body.mediaType());
        if (request.prologue().method().equals(Method.HEAD)) {
            response.send();
            return;
        }
        try (OutputStream target = response.outputStream()) {
            // However it is closed, the server sends its end only after this handler has returned without a failure.
            body.writer().writeTo(target);
        } catch (IOException gone) {
            // The client went away in the middle, or takes too long: there is nobody to tell.
            throw new CloseConnectionException("The client went away", gone);
        }
    }

    static void problem(ServerRequest request, ServerResponse response, Problem problem) {
        byte[] body = problem.json(request.prologue().uriPath().rawPath(), RequestId.current(request.headers()));
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        if (isLongBodyLeft(request)) {
            // The server would read all of it before it takes the next request, or wait for what may never come.
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        send(request, response.status(problem.status()), Problem.MEDIA_TYPE, body);
    }

    private static boolean isLongBodyLeft(ServerRequest request) {
        return request.content().hasEntity()
                && !request.content().consumed()
                && request.headers().contentLength().orElse(0) > DRAINED_BYTES_MAX;
    }

    static void send(ServerRequest request, ServerResponse response, String mediaType, byte[] body) {
        response.header(HeaderNames.CONTENT_TYPE, mediaType);
        if (request.prologue().method().equals(Method.HEAD)) {
            // The server would send the body: an answer to HEAD only tells its length.
            response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
            response.send();
        } else {
            response.send(body);
        }
    }

    private Replies() {}
}
