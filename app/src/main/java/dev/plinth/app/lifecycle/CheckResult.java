package dev.plinth.app.lifecycle;

import java.time.Duration;

/** What one check found, and how long it took. */
public record CheckResult(String name, boolean required, boolean up, Duration took) {
    static CheckResult of(Check check) {
        long begin = System.nanoTime();
        boolean up = check.probe().getAsBoolean();
        return new CheckResult(check.name(), check.required(), up, Duration.ofNanos(System.nanoTime() - begin));
    }
}
