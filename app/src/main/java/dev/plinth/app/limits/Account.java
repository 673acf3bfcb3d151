package dev.plinth.app.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What one caller has left on this instance, and what it used that the others do not know of yet. */
final class Account {
    private final int quota;
    private final Bucket bucket;
    private final AtomicLong untold = new AtomicLong();

    Account(int quota) {
        this.quota = quota;
        bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, Rates.WINDOW))
                .build();
    }

    Allowance take(int cost) {
        // A request that costs more than there can ever be would never be admitted.
        long tokens = Math.min(cost, quota);
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(tokens);
        if (probe.isConsumed()) {
            untold.addAndGet(tokens);
        }
        return new Allowance(
                probe.isConsumed(),
                quota,
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                seconds(probe.getNanosToWaitForRefill()));
    }

    /** Tells what was used, and takes away what was used elsewhere; false when nobody could be told. */
    boolean share(String caller, SharedRates shared) {
        long used = untold.getAndSet(0);
        var left = shared.use(caller, quota, used);
        if (left.isEmpty()) {
            untold.addAndGet(used);
            return false;
        }
        long surplus = bucket.getAvailableTokens() - Math.max(0, left.getAsLong());
        if (surplus > 0) {
            bucket.tryConsumeAsMuchAsPossible(surplus);
        }
        return true;
    }

    /** Whether it is as if it had never been used, so that it can be forgotten. */
    boolean isUntouched() {
        return untold.get() == 0 && bucket.getAvailableTokens() >= quota;
    }

    boolean hasNews() {
        return untold.get() > 0;
    }

    private static long seconds(long nanos) {
        long whole = Duration.ofNanos(nanos).toSeconds();
        return Duration.ofSeconds(whole).toNanos() < nanos ? whole + 1 : whole;
    }
}
