package dev.plinth.sandbox.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in.
 *
 * @param path the path as it was sent, still encoded
 * @param headers the first value of each header, by names in any case
 */
record ApiRequest(
        String method, String path, Map<String, String> query, Map<String, String> headers, InputStream body) {
    /** No call of the query or JSON protocol is longer: AWS takes 1 MB. */
    private static final int TEXT_BYTES_MAX = 1 << 20;

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as text. */
    String text() {
        try {
            var bytes = body.readNBytes(TEXT_BYTES_MAX + 1);
            if (bytes.length > TEXT_BYTES_MAX) {
                throw new ApiException(
                        413, "RequestEntityTooLarge", "expected at most %d bytes".formatted(TEXT_BYTES_MAX));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a request broke off", e);
        }
    }
}
