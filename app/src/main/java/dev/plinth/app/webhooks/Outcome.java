package dev.plinth.app.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What is to be done after an attempt. */
sealed interface Outcome {
    /** The receiver has it. */
    record Delivered() implements Outcome {}

    /** It is sent again; {@code pause} is how long nothing at all is sent there, because the receiver asked for a rest. */
    record Again(Instant at, Optional<Instant> pausedUntil) implements Outcome {}

    /** Neither this nor anything else is sent there any more, until somebody has seen to it. */
    record Disabled(String reason) implements Outcome {}

    /** How long to wait after each attempt that failed, as Standard Webhooks suggests. */
    List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    Duration WAIT_MAX = Duration.ofHours(24);

    /** How long a receiver rests that asks for it without saying how long. */
    Duration REST = Duration.ofMinutes(1);

    int GONE = 410;

    /** Too many requests, and two ways of a gateway to say that the server behind it has too much to do. */
    Set<Integer> OVERLOADED = Set.of(429, 502, 504);

    /** {@code attempts} are those before this one. */
    static Outcome of(Answer answer, int attempts, Instant now, RandomGenerator random) {
        return switch (answer) {
            case Answer.Received(int status, Optional<Duration> retryAfter, String excerpt)
            when status / 100 == 2 -> new Delivered();
            case Answer.Received(int status, Optional<Duration> retryAfter, String excerpt)
            when status == GONE -> new Disabled("The receiver answered 410: it wants no more messages.");
            case Answer.Received(int status, Optional<Duration> retryAfter, String excerpt) -> {
                Optional<Duration> rest =
                        OVERLOADED.contains(status) ? retryAfter.or(() -> Optional.of(REST)) : retryAfter;
                yield again(attempts, rest, now, random);
            }
            case Answer.Unreachable unreachable -> again(attempts, Optional.empty(), now, random);
        };
    }

    private static Outcome again(int attempts, Optional<Duration> rest, Instant now, RandomGenerator random) {
        if (attempts >= WAITS.size()) {
            return new Disabled("A message could not be delivered in %d attempts.".formatted(attempts + 1));
        }
        Optional<Instant> restUntil = rest.map(asked -> now.plus(asked.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : asked));
        // A tenth more at most, so that what failed together does not come back together.
        long wait = WAITS.get(attempts).toMillis();
        Instant scheduled = now.plusMillis(wait + random.nextLong(wait / 10 + 1));
        Instant at = restUntil.filter(scheduled::isBefore).orElse(scheduled);
        return new Again(at, restUntil);
    }
}
