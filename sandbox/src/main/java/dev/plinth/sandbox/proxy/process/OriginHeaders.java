package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.Behaviour.Forwarding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The headers that a CDN sends to an origin: Amazon CloudFront Developer Guide, "HTTP request headers and CloudFront
 * behavior".
 */
final class OriginHeaders {
    private static final String AGENT = "Amazon CloudFront";
    /** Sent whatever the policies say. */
    private static final Set<String> ALWAYS = Set.of(
            "content-encoding",
            "content-type",
            "if-match",
            "if-modified-since",
            "if-none-match",
            "if-range",
            "if-unmodified-since",
            "range");

    private OriginHeaders() {}

    static Map<String, String> of(ViewerRequest viewer, Forwarding forwarding, String originHost) {
        var sent = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        Set<String> dropped = HeaderRules.dropped(viewer.headers().getOrDefault("Connection", List.of()));
        viewer.headers().forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            boolean wanted =
                    lower.equals("cookie") ? forwarding.cookies() : forwarding.headers() || ALWAYS.contains(lower);
            if (wanted && !dropped.contains(lower) && HeaderRules.isToken(name)) {
                sent.put(name, String.join(lower.equals("cookie") ? "; " : ", ", values));
            }
        });
        if (!forwarding.headers()) {
            sent.put("User-Agent", AGENT);
        }
        sent.put("Host", host(viewer, forwarding, originHost));
        var before = String.join(", ", viewer.headers().getOrDefault("X-Forwarded-For", List.of()));
        sent.put("X-Forwarded-For", before.isEmpty() ? viewer.client() : before + ", " + viewer.client());
        return sent;
    }

    private static String host(ViewerRequest viewer, Forwarding forwarding, String originHost) {
        var asked = viewer.headers().getOrDefault("Host", List.of());
        return forwarding.host() && !asked.isEmpty() ? asked.getFirst() : originHost;
    }
}
