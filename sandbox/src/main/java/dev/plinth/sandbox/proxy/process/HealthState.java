package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.HealthCheck.Thresholds;
import dev.plinth.sandbox.proxy.ProxyStatus.Health;

/**
 * What a row of good and bad answers makes of a target. A new target turns healthy on its first good answer; afterwards
 * it changes sides only after as many answers in a row as the thresholds say.
 *
 * <p>Written by one thread, read by many.
 */
final class HealthState {
    private final Thresholds thresholds;
    private final int hurry;
    private volatile Health health = Health.INITIAL;
    /** Answers in a row that speak against the present health. */
    private int contradictions;

    /** A new target is asked so many times as often, which must not condemn it sooner. */
    HealthState(Thresholds thresholds, int hurry) {
        this.thresholds = thresholds;
        this.hurry = hurry;
    }

    Health health() {
        return health;
    }

    void observe(boolean good) {
        Health meant = good ? Health.HEALTHY : Health.UNHEALTHY;
        if (health == meant) {
            contradictions = 0;
            return;
        }
        contradictions++;
        if (contradictions >= needed(good)) {
            health = meant;
            contradictions = 0;
        }
    }

    private int needed(boolean good) {
        if (health == Health.INITIAL) {
            return good ? 1 : thresholds.unhealthy() * hurry;
        }
        return good ? thresholds.healthy() : thresholds.unhealthy();
    }
}
