package dev.plinth.app.lifecycle;

import java.time.Duration;

/**
 * How the app ends: it goes on serving for {@code notice}, while load balancers take note that it is not ready any
 * more, then finishes the requests in flight within {@code finish}.
 */
public record DrainSettings(Duration notice, Duration finish) {
    /** Both together, so that closing the pools still fits Kubernetes' usual grace period of 30 seconds. */
    public static final Duration TOTAL_MAX = Duration.ofSeconds(28);
}
