package dev.plinth.app.page;

import dev.plinth.app.domains.Domain;
import dev.plinth.app.domains.Domains;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricFilter;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.metrics.Position;
import dev.plinth.app.metrics.SortField;
import dev.plinth.app.metrics.SortKey;
import dev.plinth.app.metrics.Sorting;
import dev.plinth.app.metrics.Trait;
import dev.plinth.app.search.Searches;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Slice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pages on which people go from domain to domain. */
public final class CataloguePages {
    private static final int RECENT_MAX = 6;
    private static final int PAGE = 50;
    private static final Sorting NEWEST_FIRST = new Sorting(List.of(new SortKey(SortField.UPDATED_AT, true)));
    private static final Sorting BY_NAME = new Sorting(List.of(new SortKey(SortField.NAME, false)));

    private final Metrics metrics;
    private final Forests forests;

    public CataloguePages(Metrics metrics, Domains domains, Searches searches) {
        this.metrics = metrics;
        this.forests = new Forests(domains, searches);
    }

    public HomePage home(Viewer viewer) {
        Forest forest = forests.seenBy(viewer);
        List<DomainNode> trees = forest.trees();
        var newest = new MetricQuery(viewer.view(), MetricFilter.ALL, MetricQuery.Presence.THERE, NEWEST_FIRST);
        List<Metric> recent =
                metrics.list(newest, new Position(List.of(), RECENT_MAX)).items();
        return new HomePage(
                viewer.frame("Catalogue"),
                trees.stream().mapToLong(DomainNode::metrics).sum(),
                trees,
                recent.stream().map(metric -> MetricRow.of(metric, forest)).toList());
    }

    /** One page of a domain's metrics: those after the sort key {@code after}, which is empty at the beginning. */
    public DomainPage domain(Viewer viewer, DomainId id, List<String> after) {
        Forest forest = forests.seenBy(viewer);
        List<Domain> path = forest.path(id);
        if (path.isEmpty()) {
            throw new NotFoundException("domain", id.value());
        }
        var filter = new MetricFilter(Map.of(Trait.DOMAIN_TREE, Set.of(id.value())), Set.of(), Map.of());
        var byName = new MetricQuery(viewer.view(), filter, MetricQuery.Presence.THERE, BY_NAME);
        Slice<Metric> slice = metrics.list(byName, new Position(after, PAGE));
        DomainNode root = node(forest, path.getFirst());
        return new DomainPage(
                viewer.frame(forest.name(id)),
                trail(path.subList(0, path.size() - 1)),
                node(forest, path.getLast()),
                List.of(root),
                slice.items().stream()
                        .map(metric -> MetricRow.of(metric, forest))
                        .toList(),
                slice.hasMore() ? next(id, BY_NAME.keyOf(slice.items().getLast())) : "");
    }

    /** The way from the catalogue to a domain, itself included. */
    List<Link> trail(Viewer viewer, DomainId id) {
        return trail(forests.seenBy(viewer).path(id));
    }

    private static List<Link> trail(List<Domain> path) {
        return path.stream()
                .map(domain -> new Link(
                        "/catalogue/domains/" + domain.id(),
                        domain.content().name().value()))
                .toList();
    }

    private static DomainNode node(Forest forest, Domain domain) {
        return forest.below(domain.content().parent()).stream()
                .filter(node -> node.id().equals(domain.id().value()))
                .findFirst()
                .orElseThrow();
    }

    private static String next(DomainId id, List<String> key) {
        return "/catalogue/domains/%s?name=%s&id=%s".formatted(id, encoded(key.get(0)), encoded(key.get(1)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
