package dev.plinth.sandbox.bucket;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an object says of itself when it is asked for. */
public record ObjectFacts(String contentType, @Nullable String cacheControl) {
    /** How long it may be kept, if it says so. */
    public Optional<String> cached() {
        return Optional.ofNullable(cacheControl);
    }
}
