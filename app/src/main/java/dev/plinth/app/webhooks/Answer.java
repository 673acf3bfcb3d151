package dev.plinth.app.webhooks;

import java.time.Duration;
import java.util.Optional;

/** What came of sending a message. */
public sealed interface Answer {
    /** The receiver answered; {@code excerpt} is how the body of its answer begins. */
    record Received(int status, Optional<Duration> retryAfter, String excerpt) implements Answer {}

    /** No answer came; {@code detail} says why, for the one who set the webhook up. */
    record Unreachable(String detail) implements Answer {}
}
