package dev.plinth.app.http;

import io.helidon.common.media.type.MediaType;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The methods of one address, whose answers are all of one media type; other methods are told which are allowed. */
final class Routes {
    private final HttpRules rules;
    private final String path;
    private final MediaType mediaType;
    private final Toll toll;
    private final Set<String> allowed = new LinkedHashSet<>();

    /** What is not served is refused for a toll. */
    Routes(HttpRules rules, String path, MediaType mediaType, Toll toll) {
        this.rules = rules;
        this.path = path;
        this.mediaType = mediaType;
        this.toll = toll;
    }

    /** Serves HEAD too, with the same headers and no body. */
    Routes get(Handler handler) {
        return add(Method.GET, handler).add(Method.HEAD, handler);
    }

    /** Serves the method; HEAD comes with GET. */
    Routes on(Method method, Handler handler) {
        return method.equals(Method.GET) ? get(handler) : add(method, handler);
    }

    /** Tells which methods there are, and refuses all others; the last call of an address. */
    void end() {
        allowed.add(Method.OPTIONS.text());
        String allow = String.join(", ", allowed);
        rules.route(Method.OPTIONS, path, (request, response) -> {
            toll.pay(request, response);
            response.status(Status.NO_CONTENT_204)
                    .header(HeaderNames.ALLOW, allow)
                    .send();
        });
        rules.any(path, (request, response) -> {
            toll.pay(request, response);
            response.header(HeaderNames.ALLOW, allow);
            throw new RefusedException(Problem.of(
                    ProblemType.METHOD_NOT_ALLOWED,
                    "%s is not allowed here; allowed are %s."
                            .formatted(request.prologue().method().text(), allow)));
        });
    }

    private Routes add(Method method, Handler handler) {
        allowed.add(method.text());
        rules.route(method, path, (request, response) -> {
            requireAcceptable(request, response);
            handler.handle(request, response);
        });
        return this;
    }

    private void requireAcceptable(ServerRequest request, ServerResponse response) {
        // What is answered in several types is chosen by the operation itself.
        if (mediaType.isWildcardType()) {
            return;
        }
        try {
            Acceptance.best(request.headers(), List.of(mediaType));
        } catch (RefusedException unacceptable) {
            toll.pay(request, response);
            throw unacceptable;
        }
    }
}
