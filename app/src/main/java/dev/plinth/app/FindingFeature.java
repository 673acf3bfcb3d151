package dev.plinth.app;

import dev.plinth.app.http.Operations;
import dev.plinth.app.http.search.SearchOperations;
import dev.plinth.app.postgres.search.SearchTable;
import dev.plinth.app.search.Searches;
import java.util.List;

/** Finding metrics: search, suggestions and facets. */
final class FindingFeature {
    private final Searches searches;

    FindingFeature(Foundations foundations) {
        searches = new Searches(new SearchTable(foundations.database()));
    }

    /** For the pages on which people search. */
    Searches searches() {
        return searches;
    }

    List<Operations> operations() {
        return List.of(new SearchOperations(searches));
    }
}
