package dev.plinth.sandbox.proxy.process;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What rules may ask of a request. */
record Facts(
        String host,
        String path,
        String method,
        Map<String, List<String>> headers,
        Map<String, List<String>> query,
        InetAddress source) {
    static Facts of(HttpServerExchange exchange) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders()
                .forEach(values -> headers.put(values.getHeaderName().toString(), List.copyOf(values)));
        var query = new TreeMap<String, List<String>>();
        exchange.getQueryParameters()
                .forEach((key, values) -> query.put(key, List.copyOf((Collection<String>) values)));
        return new Facts(
                hostName(exchange.getRequestHeaders().getFirst(Headers.HOST)),
                path(exchange),
                exchange.getRequestMethod().toString(),
                headers,
                query,
                exchange.getSourceAddress().getAddress());
    }

    /** The path as the client wrote it; an absolute request target is cut down to its path. */
    static String path(HttpServerExchange exchange) {
        String target = exchange.getRequestURI();
        if (exchange.isHostIncludedInRequestURI()) {
            int authority = target.indexOf("//");
            int slash = target.indexOf('/', authority + 2);
            return slash < 0 ? "/" : target.substring(slash);
        }
        return target;
    }

    static String hostName(@Nullable String header) {
        if (header == null) {
            return "";
        }
        boolean bracketed = header.startsWith("[");
        int end = bracketed ? header.indexOf(']') + 1 : header.indexOf(':');
        return (end <= 0 ? header : header.substring(0, end)).toLowerCase(Locale.ROOT);
    }
}
