package dev.plinth.app.http;

import dev.plinth.app.json.Names;
import dev.plinth.app.metrics.Domain;
import dev.plinth.app.metrics.InvalidValueException;
import dev.plinth.app.metrics.MetricFilter;
import dev.plinth.app.metrics.MetricId;
import dev.plinth.app.metrics.Tier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * Where a page begins: after the last metric of the page before. It holds for one filter only, because with another
 * one the pages would not fit together.
 */
final class Cursor {
    private static final String VERSION = "1";
    private static final String SEPARATOR = "|";
    private static final int FINGERPRINT_BYTES = 8;
    private static final String REFUSAL = "must be a cursor from the 'page' of an answer to the same filter";

    static String encode(MetricFilter filter, MetricId last) {
        String content = String.join(SEPARATOR, VERSION, fingerprint(filter), last.value());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }

    /** The id after which the page begins; throws {@link InvalidValueException} when the cursor does not fit. */
    static String decode(MetricFilter filter, String cursor) {
        String[] parts = new String(bytes(cursor), StandardCharsets.UTF_8).split("\\|", -1);
        if (parts.length != 3 || !parts[0].equals(VERSION) || !parts[1].equals(fingerprint(filter))) {
            throw new InvalidValueException(REFUSAL);
        }
        return new MetricId(parts[2]).value();
    }

    private static byte[] bytes(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidValueException(REFUSAL);
        }
    }

    private static String fingerprint(MetricFilter filter) {
        String canonical = String.join(
                SEPARATOR,
                sorted(filter.domains().stream().map(Domain::value)),
                sorted(filter.tiers().stream().map(Tier::value).map(String::valueOf)),
                sorted(filter.metricTypes().stream().map(Names::of)));
        byte[] digest = sha256().digest(canonical.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, FINGERPRINT_BYTES));
    }

    private static String sorted(Stream<String> values) {
        return String.join(",", values.sorted().toList());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private Cursor() {}
}
