package dev.plinth.app.http;

import io.helidon.common.concurrency.limits.FixedLimit;
import io.helidon.common.concurrency.limits.Limit;
import java.time.Duration;

/**
 * How much one socket takes in. Further connections wait in the backlog until one ends; further requests are told to
 * come again.
 *
 * @param requestsMax how many requests are worked on at a time
 * @param waitingMax how many more wait for their turn, for {@link #WAIT_MAX}
 */
record Intake(int connectionsMax, int requestsMax, int waitingMax, int bodyBytesMax) {
    private static final Duration WAIT_MAX = Duration.ofSeconds(1);
    private static final int UNBOUNDED = -1;

    /** For the health checks, which must be answered above all when there is too much to do. */
    static final Intake HEALTH = new Intake(UNBOUNDED, 0, 0, 1024);

    static Intake of(Admission admission, int bodyBytesMax) {
        return new Intake(admission.connectionsMax(), admission.requestsMax(), admission.waitingMax(), bodyBytesMax);
    }

    /** A limit of 0 is none. */
    Limit limit() {
        return FixedLimit.builder()
                .permits(requestsMax)
                .queueLength(waitingMax)
                .queueTimeout(WAIT_MAX)
                .fair(true)
                .build();
    }
}
