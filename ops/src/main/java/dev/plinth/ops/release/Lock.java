package dev.plinth.ops.release;

import java.time.Instant;
import java.util.Optional;

/** Who keeps others from releasing, why, and for which release; nothing when it is for none. */
public record Lock(Holder who, String message, Instant since, Optional<String> release) {
    @Override
    public String toString() {
        return "%s holds the lock since %s: %s".formatted(who, since, message);
    }
}
