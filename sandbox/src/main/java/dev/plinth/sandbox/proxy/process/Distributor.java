package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.Behaviour;
import dev.plinth.sandbox.proxy.Behaviour.ResponseHeader;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One behaviour of a CDN, ready to serve: function first, then origins, then what the viewer's side adds. */
final class Distributor {
    private static final String REFUSED =
            "<h1>403 ERROR</h1>This distribution is not configured to allow the request method.";
    private final Behaviour.Viewer viewer;
    private final Behaviour.Origins rules;
    private final List<Origin> origins;
    private final Optional<ViewerFunction> function;
    private final String via;

    /** What a CDN's behaviours share: its origins by name, and itself as other servers see it. */
    record House(Map<String, Origin> origins, ViewerEvents events, String via) {}

    Distributor(Behaviour behaviour, House house) {
        this.viewer = behaviour.viewer();
        this.rules = behaviour.origins();
        this.origins = rules.names().stream().map(name -> origin(name, house)).toList();
        this.function = Optional.of(viewer.function())
                .filter(source -> !source.isEmpty())
                .map(source -> new ViewerFunction(source, house.events()));
        this.via = house.via();
    }

    /** Answers a request; the routing is left behind as soon as an origin has answered. */
    void serve(HttpServerExchange exchange, Facts facts, Runnable routed) throws InterruptedException {
        exchange.addResponseCommitListener(committed -> decorate(committed.getResponseHeaders()));
        var request = ViewerRequest.of(exchange, facts);
        var answer = viewer.methods().contains(request.method())
                ? answer(exchange, request)
                : OriginAnswer.text(403, "text/html", REFUSED);
        routed.run();
        Answers.stream(exchange, answer, viewer.compress() ? Compression.of(request) : Compression.NONE);
    }

    private OriginAnswer answer(HttpServerExchange exchange, ViewerRequest request) throws InterruptedException {
        if (function.isEmpty()) {
            return ask(exchange, request);
        }
        return switch (function.get().of(request)) {
            case ViewerEvents.Outcome.Answer answer -> answer.answer();
            case ViewerEvents.Outcome.Request changed -> ask(exchange, changed.request());
        };
    }

    /** The next origin is asked for what can be asked twice: CloudFront fails over for GET, HEAD and OPTIONS only. */
    private OriginAnswer ask(HttpServerExchange exchange, ViewerRequest viewed) throws InterruptedException {
        var request = viewed.uri().equals("/") && !viewer.rootObject().isEmpty()
                ? viewed.withUri("/" + viewer.rootObject())
                : viewed;
        var asked = List.of("GET", "HEAD", "OPTIONS").contains(request.method()) ? origins : origins.subList(0, 1);
        var answer = asked.getFirst().ask(request, Forwarder.body(exchange), rules.forwarding());
        for (var next : asked.subList(1, asked.size())) {
            if (!rules.failover().contains(answer.status())) {
                return answer;
            }
            close(answer);
            answer = next.ask(request, Forwarder.body(exchange), rules.forwarding());
        }
        return answer;
    }

    private void decorate(HeaderMap headers) {
        for (ResponseHeader header : viewer.headers()) {
            var name = new HttpString(header.name());
            if (header.value().isEmpty()) {
                headers.remove(name);
            } else if (header.override() || !headers.contains(name)) {
                headers.put(name, header.value());
            }
        }
        headers.put(new HttpString("Via"), via);
        headers.put(new HttpString("X-Cache"), "Miss from cloudfront");
    }

    private static Origin origin(String name, House house) {
        return Optional.ofNullable(house.origins().get(name))
                .orElseThrow(
                        () -> new IllegalArgumentException("a behaviour names the origin '%s', but there are only %s"
                                .formatted(name, house.origins().keySet())));
    }

    private static void close(OriginAnswer answer) {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
