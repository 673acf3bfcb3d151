package dev.plinth.sandbox.proxy.process;

import io.undertow.server.HttpServerExchange;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A request on its way through a CDN: as the client sent it, then as a function changed it. */
record ViewerRequest(String method, String uri, String query, SortedMap<String, List<String>> headers, String client) {
    static ViewerRequest of(HttpServerExchange exchange, Facts facts) {
        return new ViewerRequest(
                facts.method(),
                facts.path(),
                exchange.getQueryString(),
                caseless(facts.headers()),
                facts.source().getHostAddress());
    }

    ViewerRequest withUri(String changed) {
        return new ViewerRequest(method, changed, query, headers, client);
    }

    private static SortedMap<String, List<String>> caseless(Map<String, List<String>> headers) {
        var copy = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return copy;
    }
}
