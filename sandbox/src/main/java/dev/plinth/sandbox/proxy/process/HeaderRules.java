package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.ProxyAttributes;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.net.http.HttpRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which headers pass from the client to the target and back, and which ones the load balancer adds. */
final class HeaderRules {
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");
    /** Set by the client that sends the request on, from what is really sent. */
    private static final Set<String> SET_BY_SENDER =
            Set.of("content-length", "expect", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-port");

    private static final Pattern VALID = Pattern.compile("[-A-Za-z0-9]+");
    private static final Pattern TOKEN = Pattern.compile("[-!#$%&'*+.^_`|~A-Za-z0-9]+");
    private static final HttpString FORWARDED_FOR = Headers.X_FORWARDED_FOR;
    private static final HttpString TRACE = new HttpString("X-Amzn-Trace-Id");
    private static final int TRACE_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private HeaderRules() {}

    static void copyRequest(
            HttpServerExchange exchange, int listenerPort, ProxyAttributes attributes, HttpRequest.Builder request) {
        HeaderMap headers = exchange.getRequestHeaders();
        Set<String> dropped = dropped(headers.eachValue(Headers.CONNECTION));
        Pattern allowed = attributes.dropInvalidHeaders() ? VALID : TOKEN;
        for (HeaderValues values : headers) {
            String name = values.getHeaderName().toString();
            if (!dropped.contains(name.toLowerCase(Locale.ROOT))
                    && allowed.matcher(name).matches()) {
                values.forEach(value -> request.header(name, value));
            }
        }
        String client = exchange.getSourceAddress().getAddress().getHostAddress();
        String before = String.join(", ", headers.eachValue(FORWARDED_FOR));
        request.setHeader("X-Forwarded-For", before.isEmpty() ? client : before + ", " + client);
        request.setHeader("X-Forwarded-Proto", exchange.getRequestScheme());
        request.setHeader("X-Forwarded-Port", String.valueOf(listenerPort));
        if (!headers.contains(TRACE)) {
            request.setHeader("X-Amzn-Trace-Id", traceId());
        }
    }

    static void copyResponse(Map<String, List<String>> from, HeaderMap to) {
        Set<String> dropped = dropped(from.getOrDefault("connection", List.of()));
        dropped.removeAll(SET_BY_SENDER);
        from.forEach((name, values) -> {
            if (!dropped.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                values.forEach(value -> to.add(new HttpString(name), value));
            }
        });
    }

    /** The names, in lower case, that are for one hop only or set anew by whoever sends on. */
    static Set<String> dropped(Iterable<String> connectionHeaders) {
        var dropped = new TreeSet<>(HOP_BY_HOP);
        dropped.addAll(SET_BY_SENDER);
        for (String header : connectionHeaders) {
            Stream.of(header.split(",", -1))
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    // Nobody may have the host, or what the load balancer itself says, taken away.
                    .filter(name -> !name.equals("host"))
                    .forEach(dropped::add);
        }
        return dropped;
    }

    /** Whether that is a name that a header may have. */
    static boolean isToken(String name) {
        return TOKEN.matcher(name).matches();
    }

    private static String traceId() {
        byte[] bytes = new byte[TRACE_BYTES];
        RANDOM.nextBytes(bytes);
        long seconds = Clock.systemUTC().instant().getEpochSecond();
        return "Root=1-%08x-%s".formatted(seconds, HexFormat.of().formatHex(bytes));
    }

    /** The headers of a response that the listener adds, or removes when their value is empty. */
    static void decorate(Map<String, String> settings, HeaderMap headers) {
        settings.forEach((name, value) -> {
            if (value.isEmpty()) {
                headers.remove(name);
            } else {
                headers.put(new HttpString(name), value);
            }
        });
    }
}
