package dev.plinth.ops.failover;

import dev.plinth.ops.Failure;
import dev.plinth.ops.process.Interruption;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what a cloud does by itself. */
public record Patience(Interruption interruption, Duration poll, Duration most) {
    /** RDS and ElastiCache promise a minute or two. */
    public static Patience usual(Interruption interruption) {
        return new Patience(interruption, Duration.ofMillis(500), Duration.ofMinutes(15));
    }

    /** Returns when it is so; fails when that takes too long. */
    public void await(String what, BooleanSupplier isSo) {
        var begun = System.nanoTime();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() - begun > most.toNanos()) {
                throw Failure.failed(
                        "%s did not come about within %d min".formatted(what, most.toMinutes()),
                        "it may still do so: look at it in the cloud's console before you do anything else");
            }
            interruption.pause(poll);
        }
    }
}
