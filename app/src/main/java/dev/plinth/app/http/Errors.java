package dev.plinth.app.http;

import static dev.plinth.app.http.ProblemType.TOO_MANY_REQUESTS;
import static dev.plinth.app.http.ProblemType.UNAUTHENTICATED;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import dev.plinth.app.access.UnauthenticatedException;
import dev.plinth.app.lifecycle.Failures;
import dev.plinth.app.values.OverloadedException;
import dev.plinth.app.values.StoreUnavailableException;
import dev.plinth.app.values.TooManyRequestsException;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The one place where failures become problems: those of the routes, and those that HTTP itself refuses before
 * them.
 */
final class Errors {
    private static final System.Logger LOG = System.getLogger(Errors.class.getName());
    private static final String CHALLENGE = "Bearer realm=\"Metrics Definition Library\"";

    private final Consumer<ProblemType> refusals;
    private final ErrorPages pages;

    /** Every refusal is told to {@code refusals}. */
    Errors(Consumer<ProblemType> refusals, ErrorPages pages) {
        this.refusals = refusals;
        this.pages = pages;
    }

    void register(HttpRouting.Builder routing) {
        for (Class<? extends RuntimeException> refusal : Problems.REFUSALS) {
            routing.error(
                    refusal,
                    (request, response, refused) ->
                            refused(request, response, Problems.of(refused).orElseThrow()));
        }
        routing.error(UnauthenticatedException.class, this::unauthenticated)
                .error(TooManyRequestsException.class, this::tooMany)
                .error(StoreUnavailableException.class, this::unavailable)
                .error(
                        OverloadedException.class,
                        (request, response, busy) -> refuse(request, response, ProblemType.OVERLOADED, busy))
                .error(HttpException.class, this::http)
                .error(Throwable.class, this::unexpected);
    }

    private void refused(ServerRequest request, ServerResponse response, Problem problem) {
        refusals.accept(problem.type());
        if (retryAfter(problem.type()) > 0) {
            response.headers().setIfAbsent(HeaderValues.create(HeaderNames.RETRY_AFTER, retryAfter(problem.type())));
        }
        Optional<Reply> page = Acceptance.prefersHtml(request.headers())
                ? pages.page(request.prologue().uriPath().rawPath(), problem, RequestId.current(request.headers()))
                : Optional.empty();
        page.ifPresentOrElse(
                shown -> Replies.send(request, response, shown), () -> Replies.problem(request, response, problem));
    }

    /** In seconds; 0 for what trying again does not mend. */
    private static int retryAfter(ProblemType type) {
        return switch (type) {
            case IN_PROGRESS, OVERLOADED -> 1;
            case STORE_UNAVAILABLE -> 2;
            default -> 0;
        };
    }

    private void refuse(ServerRequest request, ServerResponse response, ProblemType type, RuntimeException why) {
        refused(request, response, Problem.of(type, String.valueOf(why.getMessage())));
    }

    private void unauthenticated(ServerRequest request, ServerResponse response, UnauthenticatedException unknown) {
        response.header(HeaderNames.WWW_AUTHENTICATE, CHALLENGE);
        refuse(request, response, UNAUTHENTICATED, unknown);
    }

    private void tooMany(ServerRequest request, ServerResponse response, TooManyRequestsException often) {
        response.header(
                HeaderNames.RETRY_AFTER,
                Long.toString(Math.max(1, often.retryAfter().toSeconds())));
        refuse(request, response, TOO_MANY_REQUESTS, often);
    }

    private void unavailable(ServerRequest request, ServerResponse response, StoreUnavailableException outage) {
        LOG.log(WARNING, "The database cannot be reached: " + Failures.root(outage));
        refused(
                request,
                response,
                Problem.of(
                        ProblemType.STORE_UNAVAILABLE,
                        "Try again in a moment; a change under its Idempotency-Key, since it may have been kept."));
    }

    private void http(ServerRequest request, ServerResponse response, HttpException failure) {
        refused(request, response, protocol(failure.status()));
    }

    private void unexpected(ServerRequest request, ServerResponse response, Throwable failure) {
        LOG.log(ERROR, "Unexpected failure", failure);
        refused(
                request,
                response,
                Problem.of(ProblemType.INTERNAL_ERROR, "The failure was logged under this request's id."));
    }

    /** For what is refused before routing, or while a body is being read. */
    DirectHandlers beforeRouting(ResponseHeaders headers) {
        var handlers = DirectHandlers.builder();
        DirectHandler handler = (request, event, status, sent, message) -> {
            Problem problem = switch (event) {
                case INTERNAL_ERROR -> Problem.of(ProblemType.INTERNAL_ERROR, "The failure was logged.");
                default -> protocol(status);
            };
            String requestId = RequestId.current(request.headers());
            headers.set(request.headers(), sent, requestId);
            refusals.accept(problem.type());
            if (retryAfter(problem.type()) > 0) {
                sent.set(HeaderNames.RETRY_AFTER, retryAfter(problem.type()));
            }
            sent.set(HeaderNames.CACHE_CONTROL, "no-store");
            sent.set(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
            return DirectHandler.TransportResponse.builder()
                    .status(problem.status())
                    .headers(sent)
                    .keepAlive(event.keepAlive())
                    .entity(problem.json(request.path(), requestId))
                    .build();
        };
        for (DirectHandler.EventType event : DirectHandler.EventType.values()) {
            handlers.addHandler(event, handler);
        }
        return handlers.build();
    }

    /** The server's own messages may quote the request or name its classes, so none is passed on. */
    private static Problem protocol(Status status) {
        if (status.code() == Status.REQUEST_ENTITY_TOO_LARGE_413.code()) {
            return Problem.of(ProblemType.BODY_TOO_LARGE, "No operation reads a body as long as this.");
        }
        if (status.code() == Status.SERVICE_UNAVAILABLE_503.code()) {
            return Problem.of(ProblemType.OVERLOADED, "The request was not carried out. Try again in a moment.");
        }
        String detail = "The request line, a header or the framing of the body could not be read (%s)."
                .formatted(status.reasonPhrase());
        return new Problem(ProblemType.PROTOCOL_ERROR, status, detail, List.of());
    }
}
