package dev.plinth.sandbox.bucket;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an object says of itself when it is asked for.
 *
 * @param headers all that it says beyond type and age, such as x-amz-meta-version; facts of an earlier build have none
 */
public record ObjectFacts(
        String contentType,
        @Nullable String cacheControl,
        @Nullable Map<String, String> headers) {
    public ObjectFacts {
        headers = headers == null ? Map.of() : Map.copyOf(headers);
    }

    public ObjectFacts(String contentType, @Nullable String cacheControl) {
        this(contentType, cacheControl, Map.of());
    }

    /** How long it may be kept, if it says so. */
    public Optional<String> cached() {
        return Optional.ofNullable(cacheControl);
    }

    /** What it says beyond type and age, by header. */
    public Map<String, String> others() {
        return headers == null ? Map.of() : headers;
    }
}
