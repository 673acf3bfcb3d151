package dev.plinth.sandbox.proxy;

import java.util.Map;
import java.util.TreeMap;

/**
 * Response times, counted in buckets of which each is 5 % wider than the one before, from 0.1 ms to more than a minute: so
 * a percentile is at most 5 % too long, and times of several seconds add up without loss.
 *
 * @param counts how many answers each bucket has
 * @param nanos all times together, in nanoseconds
 */
public record ResponseTimes(Map<Integer, Long> counts, long nanos) {
    public static final ResponseTimes NONE = new ResponseTimes(Map.of(), 0);
    private static final double FIRST_NANOS = 100_000;
    private static final double GROWTH = 1.05;
    private static final int LAST = 280;
    private static final double NANOS_OF_SECOND = 1e9;

    public ResponseTimes {
        counts = Map.copyOf(counts);
    }

    /** The bucket of a time in nanoseconds. */
    public static int bucket(long nanos) {
        if (nanos <= FIRST_NANOS) {
            return 0;
        }
        return Math.min(LAST, (int) Math.ceil(Math.log(nanos / FIRST_NANOS) / Math.log(GROWTH)));
    }

    public ResponseTimes plus(ResponseTimes others) {
        var sum = new TreeMap<>(counts);
        others.counts.forEach((bucket, count) -> sum.merge(bucket, count, Long::sum));
        return new ResponseTimes(sum, nanos + others.nanos);
    }

    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The seconds that all answers took together. */
    public double sum() {
        return nanos / NANOS_OF_SECOND;
    }

    /** The seconds within which so many percent of the answers came; there must be one. */
    public double percentile(double percent) {
        long wanted = Math.max(1, (long) Math.ceil(count() * percent / 100));
        long seen = 0;
        for (var bucket : new TreeMap<>(counts).entrySet()) {
            seen += bucket.getValue();
            if (seen >= wanted) {
                return FIRST_NANOS * Math.pow(GROWTH, bucket.getKey()) / NANOS_OF_SECOND;
            }
        }
        throw new IllegalStateException("no answer has a time");
    }
}
