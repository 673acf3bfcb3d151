package dev.plinth.app.webhooks;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message to one webhook, and what became of it.
 *
 * @param attempts how often it was sent since it was last asked for
 * @param nextAt when it is sent next, if its state is pending
 */
public record Delivery(
        UUID id,
        UUID webhook,
        Message message,
        State state,
        int attempts,
        Instant nextAt,
        Optional<LastAttempt> last,
        Instant createdAt) {
    /** Whether it is still to be sent. */
    public enum State {
        PENDING,
        DELIVERED,
        FAILED
    }

    /**
     * How it went the last time.
     *
     * @param status of the answer, 0 when none came
     * @param detail how the body of the answer began, or why none came
     */
    public record LastAttempt(Instant at, int status, String detail) {
        static LastAttempt of(Answer answer, Instant now) {
            return switch (answer) {
                case Answer.Received received -> new LastAttempt(now, received.status(), received.excerpt());
                case Answer.Unreachable unreachable -> new LastAttempt(now, 0, unreachable.detail());
            };
        }
    }
}
