package dev.plinth.sandbox.proxy;

import java.util.List;

/** All that a load balancer does: it is replaced as a whole. */
public record ProxyConfiguration(
        ProxyAttributes attributes, List<ListenerSettings> listeners, List<TargetGroupSettings> groups) {
    public ProxyConfiguration {
        listeners = List.copyOf(listeners);
        groups = List.copyOf(groups);
    }
}
