package dev.plinth.app.page;

import java.util.List;

/**
 * A domain: those below it, and its metrics with those of the domains below; {@code next} is the address of the next
 * page, "" on the last one.
 */
public record DomainPage(
        Frame frame, List<Link> trail, DomainNode domain, List<DomainNode> tree, List<MetricRow> metrics, String next) {
    public DomainPage {
        trail = List.copyOf(trail);
        tree = List.copyOf(tree);
        metrics = List.copyOf(metrics);
    }
}
