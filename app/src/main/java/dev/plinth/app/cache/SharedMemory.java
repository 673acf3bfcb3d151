package dev.plinth.app.cache;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A memory that all instances of the app share. It never fails and never keeps anybody waiting: it says it is off. */
public interface SharedMemory {
    /** Whether it is on, as far as the last calls tell. */
    boolean isUp();

    /** The values of the keys in their order; empty as a whole when the memory is off. */
    Optional<List<Value>> read(List<String> keys);

    /** Keeps the value for a time, if that is possible; does not wait for it. */
    void write(String key, byte[] value, Duration time);

    /** Keeps the value, and returns when it is kept; false when the memory is off. */
    boolean overwrite(String key, byte[] value, Duration time);

    /** Keeps the value unless there is one; what was there before, or empty when the memory is off. */
    Optional<Value> writeFirst(String key, byte[] value, Duration time);

    /** Forgets the value, if that is possible; does not wait for it. */
    void remove(String key);

    /** What is kept under a key. */
    sealed interface Value {
        /** There was nothing. */
        record None() implements Value {}

        /** These bytes. */
        @SuppressWarnings("ArrayRecordComponent") // Written once and read, never compared.
        record Some(byte[] bytes) implements Value {}
    }
}
