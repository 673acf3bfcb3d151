package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.proxy.ProxyAttributes;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends a request on to a target and the answer back, both as streams. */
final class Forwarder {
    private static final Logger LOG = Logger.getLogger(Forwarder.class.getName());

    private final HttpClient client;
    private final Counters counters;

    Forwarder(HttpClient client, Counters counters) {
        this.client = client;
        this.counters = counters;
    }

    /** A request on its way: where it came in, and whom to tell when it has left the routing behind. */
    record Passage(HttpServerExchange exchange, int listenerPort, ProxyAttributes attributes, Runnable routed) {}

    void forward(Passage passage, TargetPool pool) throws InterruptedException {
        HttpServerExchange exchange = passage.exchange();
        List<Endpoint> targets = pool.inTurn();
        if (targets.isEmpty()) {
            fail(passage, pool, StatusCodes.SERVICE_UNAVAILABLE, "has no healthy target");
            return;
        }
        for (Endpoint target : targets) {
            try {
                long start = System.nanoTime();
                HttpResponse<InputStream> response =
                        client.send(request(passage, pool, target), BodyHandlers.ofInputStream());
                passage.routed().run();
                counters.answered(pool.name(), response.statusCode(), System.nanoTime() - start);
                Answers.stream(
                        exchange,
                        new OriginAnswer(
                                response.statusCode(), response.headers().map(), response.body()),
                        Compression.NONE);
                return;
            } catch (ConnectException e) {
                // Refused before anything was sent: the next target may have it.
                LOG.log(Level.FINE, e, () -> target + " refuses connections");
            } catch (HttpTimeoutException e) {
                fail(passage, pool, StatusCodes.GATEWAY_TIME_OUT, target + " did not answer in time");
                return;
            } catch (IOException e) {
                fail(passage, pool, StatusCodes.BAD_GATEWAY, target + " broke off: " + e);
                return;
            } catch (IllegalArgumentException e) {
                // A request target or header value that may not be sent on.
                Answers.error(exchange, StatusCodes.BAD_REQUEST);
                return;
            }
        }
        fail(passage, pool, StatusCodes.BAD_GATEWAY, "every target refuses connections");
    }

    /** Answers a request for which there is no group. */
    void refuse(HttpServerExchange exchange) {
        counters.unrouted(StatusCodes.SERVICE_UNAVAILABLE);
        Answers.error(exchange, StatusCodes.SERVICE_UNAVAILABLE);
    }

    private void fail(Passage passage, TargetPool pool, int status, String cause) {
        LOG.warning(() -> "%d for %s %s: group %s: %s"
                .formatted(
                        status,
                        passage.exchange().getRequestMethod(),
                        Facts.path(passage.exchange()),
                        pool.name(),
                        cause));
        counters.failed(pool.name(), status);
        Answers.error(passage.exchange(), status);
    }

    private static HttpRequest request(Passage passage, TargetPool pool, Endpoint target) {
        HttpServerExchange exchange = passage.exchange();
        String query = exchange.getQueryString();
        URI address = URI.create("%s://%s%s%s"
                .formatted(pool.protocol().scheme(), target, Facts.path(exchange), query.isEmpty() ? "" : "?" + query));
        var request = HttpRequest.newBuilder(address)
                .timeout(passage.attributes().idleTimeout())
                .method(exchange.getRequestMethod().toString(), body(exchange));
        HeaderRules.copyRequest(exchange, passage.listenerPort(), passage.attributes(), request);
        return request.build();
    }

    /** The body of a request as it comes in. */
    static BodyPublisher body(HttpServerExchange exchange) {
        long length = exchange.getRequestContentLength();
        if (length == 0 || exchange.isRequestComplete()) {
            return BodyPublishers.noBody();
        }
        BodyPublisher stream = BodyPublishers.ofInputStream(exchange::getInputStream);
        return length > 0 ? BodyPublishers.fromPublisher(stream, length) : stream;
    }
}
