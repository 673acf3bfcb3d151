package dev.plinth.app.page;

import dev.plinth.app.search.Match;
import java.util.List;
import java.util.Optional;

/** What was found, how well it fits, and by what it can be narrowed; {@code next} is "" on the last page. */
public record SearchPage(
        Frame frame, Optional<Match> match, List<FacetView> facets, List<MetricRow> metrics, String next) {
    public SearchPage {
        facets = List.copyOf(facets);
        metrics = List.copyOf(metrics);
    }

    public boolean isNarrowed() {
        return facets.stream().flatMap(facet -> facet.choices().stream()).anyMatch(FacetView.Choice::chosen);
    }
}
