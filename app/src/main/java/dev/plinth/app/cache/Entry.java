package dev.plinth.app.cache;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/**
 * An answer as it is kept: of which generation it is, since when, and how long it is good.
 *
 * @param generation what the stamp was before the answer was made
 */
@SuppressWarnings("ArrayRecordComponent") // Written once and read, never compared.
record Entry(long generation, Instant madeAt, Instant goodUntil, byte[] body) {
    private static final int HEAD_BYTES = 3 * Long.BYTES;

    static Entry of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long generation = buffer.getLong();
        Instant madeAt = Instant.ofEpochMilli(buffer.getLong());
        Instant goodUntil = Instant.ofEpochMilli(buffer.getLong());
        byte[] body = new byte[buffer.remaining()];
        buffer.get(body);
        return new Entry(generation, madeAt, goodUntil, body);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(HEAD_BYTES + body.length)
                .putLong(generation)
                .putLong(madeAt.toEpochMilli())
                .putLong(goodUntil.toEpochMilli())
                .put(body)
                .array();
    }

    boolean isGood(Instant now) {
        return now.isBefore(goodUntil);
    }

    /** Whether it may still be shown while nothing newer can be made. */
    boolean isTolerable(Instant now, Duration tolerance) {
        return now.isBefore(goodUntil.plus(tolerance));
    }

    Cached as(CacheUse use, Instant now) {
        Duration age = Duration.between(madeAt, now);
        return new Cached(body, use, age.isNegative() ? Duration.ZERO : age);
    }
}
