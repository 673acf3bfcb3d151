package dev.plinth.app;

import dev.plinth.app.http.Layer;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Pages;
import dev.plinth.app.http.page.CatalogueSite;
import dev.plinth.app.http.page.DocumentationOperations;
import dev.plinth.app.http.page.ProblemOperations;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.page.CataloguePages;
import dev.plinth.app.page.MetricPages;
import dev.plinth.app.page.SearchPages;
import dev.plinth.app.search.Searches;
import java.util.List;

/** What people read in a browser. */
final class PageFeature {
    private final CatalogueSite.Door door;
    private final CatalogueSite.Rooms rooms;

    PageFeature(CatalogueSite.Door door, StructureFeature structure, Metrics metrics, Searches searches) {
        this.door = door;
        var catalogue = new CataloguePages(metrics, structure.domains(), searches);
        rooms = new CatalogueSite.Rooms(
                catalogue,
                new SearchPages(metrics, structure.domains(), searches),
                new MetricPages(metrics, catalogue));
    }

    /** The pages that belong to the API: its description, and what its errors mean. */
    static List<Operations> operations() {
        return List.of(new DocumentationOperations(), new ProblemOperations());
    }

    /** The catalogue; {@code outer} is done around every page of it. */
    Pages pages(List<Layer> outer) {
        return CatalogueSite.open(door, rooms, outer);
    }
}
