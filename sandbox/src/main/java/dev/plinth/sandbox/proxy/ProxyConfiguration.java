package dev.plinth.sandbox.proxy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that a load balancer or a CDN does: it is replaced as a whole. */
public record ProxyConfiguration(
        ProxyAttributes attributes,
        List<ListenerSettings> listeners,
        List<TargetGroupSettings> groups,
        @Nullable CdnSettings cdn) {
    public ProxyConfiguration {
        listeners = List.copyOf(listeners);
        groups = List.copyOf(groups);
    }

    /** A load balancer. */
    public ProxyConfiguration(
            ProxyAttributes attributes, List<ListenerSettings> listeners, List<TargetGroupSettings> groups) {
        this(attributes, listeners, groups, null);
    }

    /** What makes it a CDN; a load balancer has none of it. */
    public CdnSettings distribution() {
        return Optional.ofNullable(cdn).orElse(CdnSettings.NONE);
    }
}
