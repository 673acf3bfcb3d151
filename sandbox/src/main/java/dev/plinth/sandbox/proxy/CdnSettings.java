package dev.plinth.sandbox.proxy;

import java.util.List;

/** What a proxy does more as a CDN: origins by name, and the firewall's rules in their order; the id names it in Via. */
public record CdnSettings(String id, List<OriginSettings> origins, List<FirewallRule> rules) {
    /** A load balancer has none of it. */
    public static final CdnSettings NONE = new CdnSettings("", List.of(), List.of());

    public CdnSettings {
        origins = List.copyOf(origins);
        rules = List.copyOf(rules);
    }
}
