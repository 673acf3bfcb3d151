package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.Action;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntUnaryOperator;

/** Takes the requests of one listener and does what the routing of that moment says; each in a thread of its own. */
final class RequestHandler implements HttpHandler {
    private final int wantedPort;
    private final int port;
    private final Router router;
    private final Forwarder forwarder;
    private final Executor threads;
    private final IntUnaryOperator boundPort;

    RequestHandler(Place place, Router router, Forwarder forwarder, Executor threads) {
        this.wantedPort = place.wantedPort();
        this.port = place.port();
        this.boundPort = place.boundPort();
        this.router = router;
        this.forwarder = forwarder;
        this.threads = threads;
    }

    /** The listener's declared port, the one that it has, and what other declared ports have become. */
    record Place(int wantedPort, int port, IntUnaryOperator boundPort) {}

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        exchange.dispatch(threads, this::serve);
    }

    private void serve(HttpServerExchange exchange) throws InterruptedException {
        exchange.startBlocking();
        Routing routing = router.enter();
        var left = new AtomicBoolean();
        Runnable leave = () -> {
            if (left.compareAndSet(false, true)) {
                router.leave(routing);
            }
        };
        try {
            exchange.addResponseCommitListener(committed ->
                    HeaderRules.decorate(routing.responseHeaders(wantedPort), committed.getResponseHeaders()));
            act(exchange, routing, leave);
        } finally {
            leave.run();
        }
    }

    private void act(HttpServerExchange exchange, Routing routing, Runnable leave) throws InterruptedException {
        Facts facts = Facts.of(exchange);
        var refusal = routing.firewall().refusal(facts);
        if (refusal.isPresent()) {
            Answers.blocked(exchange, refusal.get());
            return;
        }
        Optional<Routing.Step> step = routing.step(wantedPort, facts);
        if (step.isEmpty()) {
            forwarder.refuse(exchange);
            return;
        }
        switch (step.get()) {
            case Routing.Step.Forward forward -> forward(exchange, forward.choice(), routing, leave);
            case Routing.Step.Distribute distribute -> distribute.distributor().serve(exchange, facts, leave);
            case Routing.Step.Answer answer -> answer(exchange, answer.action());
        }
    }

    private void forward(HttpServerExchange exchange, WeightedChoice choice, Routing routing, Runnable leave)
            throws InterruptedException {
        Optional<String> group = choice.next();
        if (group.isEmpty()) {
            forwarder.refuse(exchange);
            return;
        }
        var passage = new Forwarder.Passage(exchange, port, routing.attributes(), leave);
        forwarder.forward(passage, routing.pool(group.get()));
    }

    private void answer(HttpServerExchange exchange, Action.Immediate action) {
        switch (action) {
            case Action.Redirect redirect -> Answers.redirect(exchange, redirect, boundPort);
            case Action.FixedResponse response -> Answers.fixed(exchange, response);
        }
    }
}
