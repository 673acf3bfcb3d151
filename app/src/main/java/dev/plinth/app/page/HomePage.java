package dev.plinth.app.page;

import java.util.List;

/** Where a visit begins: the domains, and what has changed of late. */
public record HomePage(Frame frame, long metrics, List<DomainNode> domains, List<MetricRow> recent) {
    public HomePage {
        domains = List.copyOf(domains);
        recent = List.copyOf(recent);
    }
}
