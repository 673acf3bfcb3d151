package dev.plinth.sandbox.proxy.process;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Whether an answer is compressed on its way: Amazon CloudFront Developer Guide, "Serve compressed files". Gzip only;
 * the cloud knows Brotli as well.
 */
enum Compression {
    NONE,
    GZIP;

    private static final int BYTES_MIN = 1_000;
    private static final int BYTES_MAX = 10_000_000;
    private static final Set<String> TYPES = Set.of(
            "application/javascript",
            "application/json",
            "application/manifest+json",
            "application/wasm",
            "application/xml",
            "application/yaml",
            "image/svg+xml",
            "image/vnd.microsoft.icon",
            "text/css",
            "text/csv",
            "text/html",
            "text/javascript",
            "text/markdown",
            "text/plain",
            "text/xml");

    /** What the one who asks takes. */
    static Compression of(ViewerRequest request) {
        var accepted = String.join(",", request.headers().getOrDefault("Accept-Encoding", List.of()));
        return accepted.toLowerCase(Locale.ROOT).contains("gzip") ? GZIP : NONE;
    }

    /** The stream to write an answer to, whose headers are told of it. */
    OutputStream stream(int status, HeaderMap headers, OutputStream output) throws IOException {
        if (this == NONE || status != 200 || !worthwhile(headers)) {
            return output;
        }
        headers.remove(Headers.CONTENT_LENGTH);
        headers.put(Headers.CONTENT_ENCODING, "gzip");
        headers.add(Headers.VARY, "Accept-Encoding");
        Optional.ofNullable(headers.getFirst(Headers.ETAG))
                .filter(tag -> !tag.startsWith("W/"))
                .ifPresent(tag -> headers.put(Headers.ETAG, "W/" + tag));
        return new GZIPOutputStream(output);
    }

    private static boolean worthwhile(HeaderMap headers) {
        var type = Optional.ofNullable(headers.getFirst(Headers.CONTENT_TYPE)).orElse("");
        var length = Optional.ofNullable(headers.getFirst(Headers.CONTENT_LENGTH))
                .map(Long::parseLong)
                .orElse(0L);
        return !headers.contains(Headers.CONTENT_ENCODING)
                && TYPES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                && length >= BYTES_MIN
                && length <= BYTES_MAX;
    }
}
