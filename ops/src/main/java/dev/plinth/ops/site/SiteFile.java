package dev.plinth.ops.site;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file of a release as it is served.
 *
 * @param path below the release's folder, with slashes
 * @param sha256 of its bytes, in hexadecimal digits
 */
record SiteFile(String path, long bytes, String sha256) {
    /** For names that change with the content (RFC 8246); a year is what caches take at most. */
    static final String FOREVER = "public, max-age=31536000, immutable";

    /** Kept, but asked about before each use: going live and back is seen at once. */
    static final String ASKED_ABOUT = "no-cache";

    private static final String UNKNOWN = "application/octet-stream";

    /** IANA, Media Types; texts are UTF-8, as browsers would guess otherwise. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("avif", "image/avif"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("csv", "text/csv; charset=utf-8"),
            Map.entry("gif", "image/gif"),
            Map.entry("htm", "text/html; charset=utf-8"),
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("ico", "image/vnd.microsoft.icon"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("md", "text/markdown; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("webp", "image/webp"),
            Map.entry("woff", "font/woff"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("xml", "application/xml"),
            Map.entry("zip", "application/zip"));

    /** As bundlers name files: the last part before the endings is 8 letters and digits, or 8 and more hexadecimal ones. */
    private static final Pattern HASHED = Pattern.compile(
            ".*[.-](?=[^.]*[0-9])(?=[^.]*[A-Za-z])(?:[0-9A-Fa-f]{8,64}|[0-9A-Za-z_]{8})(?:\\.[0-9A-Za-z]+){1,2}");

    String contentType() {
        return TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), UNKNOWN);
    }

    /** What caches are told. In doubt they ask, which is never wrong. */
    String caching() {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return HASHED.matcher(name).matches() ? FOREVER : ASKED_ABOUT;
    }
}
