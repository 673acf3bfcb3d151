package dev.plinth.app.search;

import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.Slice;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds metrics. What a caller may not see is neither found, nor suggested, nor counted. */
public final class Searches {
    private static final int TAGS_MAX = 3;

    private final SearchStore store;

    public Searches(SearchStore store) {
        this.store = store;
    }

    /** The metrics that fit best; only when none has all the words, those that fit less well. */
    public Found find(Search search, Page page) {
        if (page.after().isPresent()) {
            return found(search, page.after().get().match(), page);
        }
        for (Match match : List.of(Match.ALL_WORDS, Match.SIMILAR_NAME)) {
            Found found = found(search, match, page);
            if (!found.hits().items().isEmpty()) {
                return found;
            }
        }
        return found(search, Match.ANY_WORD, page);
    }

    private Found found(Search search, Match match, Page page) {
        var oneMore = new Page(page.after(), page.limit() + 1);
        return new Found(match, Slice.of(store.find(search, match, oneMore), page.limit()));
    }

    /** How it may go on: tags first, of which there are few, then metrics. */
    public List<Suggestion> suggest(Beginning beginning, View view, int limit) {
        List<Suggestion.OfTag> tags = store.tagsBeginning(beginning, view, Math.min(TAGS_MAX, limit));
        Stream<Suggestion> metrics = store.beginning(beginning, view, limit).stream()
                .map(beginning::suggest)
                .flatMap(Optional::stream);
        return List.copyOf(new LinkedHashSet<>(
                Stream.concat(tags.stream(), metrics).limit(limit).toList()));
    }

    public List<FacetCount> count(MetricQuery metrics, Optional<SearchText> text, Set<Facet> facets) {
        return store.count(metrics, text, facets);
    }
}
