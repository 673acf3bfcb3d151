package dev.plinth.sandbox.proxy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A port of the load balancer, what it speaks and what it does with requests; HTTPS needs TLS settings.
 *
 * <p>Response headers are set on every answer, or removed from it when their value is empty.
 */
public record ListenerSettings(
        String name,
        int port,
        Protocol protocol,
        @Nullable TlsSettings tls,
        Action defaultAction,
        List<Rule> rules,
        SortedMap<String, String> responseHeaders) {
    public ListenerSettings {
        rules = List.copyOf(rules);
        responseHeaders = new TreeMap<>(responseHeaders);
        if (protocol == Protocol.HTTPS && tls == null) {
            throw new IllegalArgumentException("listener %s: HTTPS needs a certificate".formatted(name));
        }
    }

    public static ListenerSettings http(String name, int port, Action defaultAction, List<Rule> rules) {
        return new ListenerSettings(name, port, Protocol.HTTP, null, defaultAction, rules, new TreeMap<>());
    }

    public static ListenerSettings https(
            String name, int port, TlsSettings tls, Action defaultAction, List<Rule> rules) {
        return new ListenerSettings(name, port, Protocol.HTTPS, tls, defaultAction, rules, new TreeMap<>());
    }

    public ListenerSettings withResponseHeaders(Map<String, String> headers) {
        return new ListenerSettings(name, port, protocol, tls, defaultAction, rules, new TreeMap<>(headers));
    }

    /** The TLS settings of an HTTPS listener. */
    public Optional<TlsSettings> secure() {
        return Optional.ofNullable(tls);
    }
}
