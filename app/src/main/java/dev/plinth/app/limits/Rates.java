package dev.plinth.app.limits;

import java.time.Duration;

/** How many simple requests a caller may make in each {@link #WINDOW}, by class; an idle caller may make them at once. */
public record Rates(int read, int write, int anonymous) {
    /** The span of time that all limits are for. */
    public static final Duration WINDOW = Duration.ofMinutes(1);

    int of(RateClass rateClass) {
        return switch (rateClass) {
            case READ -> read;
            case WRITE -> write;
            case ANONYMOUS -> anonymous;
        };
    }
}
