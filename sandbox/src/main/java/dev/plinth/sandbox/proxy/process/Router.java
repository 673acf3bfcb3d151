package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.machine.Pause;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** The routing in force. Replacing it is one step: every request is routed wholly by the old one or wholly by the new. */
final class Router {
    private static final Duration LEAVE_MAX = Duration.ofSeconds(10);

    private final AtomicReference<Routing> current;

    Router(Routing first) {
        this.current = new AtomicReference<>(first);
    }

    Routing current() {
        return current.get();
    }

    /** The routing for one request, which must leave it again. */
    Routing enter() {
        while (true) {
            Routing routing = current.get();
            routing.requests().incrementAndGet();
            // Counted before or after it was replaced? Only the former is waited for.
            if (current.get() == routing) {
                return routing;
            }
            leave(routing);
        }
    }

    void leave(Routing routing) {
        routing.requests().decrementAndGet();
    }

    /** Returns when the old routing has no request left that could still be sent to one of its targets. */
    void replace(Routing next) {
        Routing old = current.getAndSet(next);
        Pause.until(LEAVE_MAX, () -> old.requests().get() == 0);
    }
}
