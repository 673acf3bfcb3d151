package dev.plinth.app;

import dev.plinth.app.http.Operations;
import dev.plinth.app.http.page.DocumentationOperations;
import dev.plinth.app.http.page.ProblemOperations;
import java.util.List;

/** What people read in a browser. */
final class PageFeature {
    /** The pages that belong to the API: its description, and what its errors mean. */
    static List<Operations> operations() {
        return List.of(new DocumentationOperations(), new ProblemOperations());
    }

    private PageFeature() {}
}
