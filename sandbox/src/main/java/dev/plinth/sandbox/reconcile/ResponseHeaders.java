package dev.plinth.sandbox.reconcile;

import dev.plinth.sandbox.value.Properties;
import java.util.Map;
import java.util.TreeMap;

/** The headers that a listener adds to answers, or takes away: the header modification of Application Load Balancers. */
final class ResponseHeaders {
    private static final String PREFIX = "routingHttpResponse";
    private static final Map<String, String> HEADERS = Map.of(
            "StrictTransportSecurityHeaderValue", "Strict-Transport-Security",
            "ContentSecurityPolicyHeaderValue", "Content-Security-Policy",
            "XContentTypeOptionsHeaderValue", "X-Content-Type-Options",
            "XFrameOptionsHeaderValue", "X-Frame-Options",
            "AccessControlAllowOriginHeaderValue", "Access-Control-Allow-Origin",
            "AccessControlAllowMethodsHeaderValue", "Access-Control-Allow-Methods",
            "AccessControlAllowHeadersHeaderValue", "Access-Control-Allow-Headers",
            "AccessControlAllowCredentialsHeaderValue", "Access-Control-Allow-Credentials",
            "AccessControlExposeHeadersHeaderValue", "Access-Control-Expose-Headers",
            "AccessControlMaxAgeHeaderValue", "Access-Control-Max-Age");

    private ResponseHeaders() {}

    /** Values by header; an empty value takes the header away. */
    static Map<String, String> of(Properties listener) {
        var headers = new TreeMap<String, String>();
        HEADERS.forEach(
                (input, header) -> listener.text(PREFIX + input).ifPresent(value -> headers.put(header, value)));
        if (listener.has(PREFIX + "ServerEnabled") && !listener.truth(PREFIX + "ServerEnabled")) {
            headers.put("Server", "");
        }
        return headers;
    }
}
