package dev.plinth.sandbox.proxy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A port of the load balancer, what it speaks and what it does with requests; HTTPS needs TLS settings. */
public record ListenerSettings(
        String name, int port, Protocol protocol, @Nullable TlsSettings tls, Action defaultAction, List<Rule> rules) {
    public ListenerSettings {
        rules = List.copyOf(rules);
        if (protocol == Protocol.HTTPS && tls == null) {
            throw new IllegalArgumentException("listener %s: HTTPS needs a certificate".formatted(name));
        }
    }

    public static ListenerSettings http(String name, int port, Action defaultAction, List<Rule> rules) {
        return new ListenerSettings(name, port, Protocol.HTTP, null, defaultAction, rules);
    }

    public static ListenerSettings https(
            String name, int port, TlsSettings tls, Action defaultAction, List<Rule> rules) {
        return new ListenerSettings(name, port, Protocol.HTTPS, tls, defaultAction, rules);
    }

    /** The TLS settings of an HTTPS listener. */
    public Optional<TlsSettings> secure() {
        return Optional.ofNullable(tls);
    }
}
