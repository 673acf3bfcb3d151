package dev.plinth.app.page;

import dev.plinth.app.domains.Domain;
import dev.plinth.app.domains.DomainQuery;
import dev.plinth.app.domains.Domains;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.search.Facet;
import dev.plinth.app.search.FacetCount;
import dev.plinth.app.search.Searches;
import dev.plinth.app.values.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the domains, and how many metrics a viewer is shown in each. */
final class Forests {
    private static final int PAGE = 500;
    // What a page can show of a tree.
    private static final int PAGES_MAX = 4;

    private final Domains domains;
    private final Searches searches;

    Forests(Domains domains, Searches searches) {
        this.domains = domains;
        this.searches = searches;
    }

    Forest seenBy(Viewer viewer) {
        var counts = searches.count(MetricQuery.all(viewer.view()), Optional.empty(), Set.of(Facet.DOMAIN)).stream()
                .collect(Collectors.toUnmodifiableMap(FacetCount::value, FacetCount::metrics));
        return Forest.of(all(), counts);
    }

    private List<Domain> all() {
        List<Domain> found = new ArrayList<>();
        boolean more = true;
        for (int page = 0; more && page < PAGES_MAX; page++) {
            String after = found.isEmpty() ? "" : found.getLast().id().value();
            Slice<Domain> slice = domains.list(new DomainQuery(Optional.empty(), after, PAGE));
            found.addAll(slice.items());
            more = slice.hasMore();
        }
        return found;
    }
}
