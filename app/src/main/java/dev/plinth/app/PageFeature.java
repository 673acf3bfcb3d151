package dev.plinth.app;

import dev.plinth.app.domains.Domains;
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
import dev.plinth.app.page.VersionPages;
import dev.plinth.app.search.Searches;
import java.util.List;

/** What people read in a browser. */
final class PageFeature {
    private final CatalogueSite.Door door;
    private final CatalogueSite.Rooms rooms;

    /** The features that pages show. */
    record Parts(StructureFeature structure, MetricFeature metrics, FindingFeature finding, LineageFeature lineage) {}

    PageFeature(CatalogueSite.Door door, Parts parts) {
        this.door = door;
        Metrics metrics = parts.metrics().metrics();
        Domains domains = parts.structure().domains();
        Searches searches = parts.finding().searches();
        var catalogue = new CataloguePages(metrics, domains, searches);
        var definitions = new MetricPages(metrics, catalogue);
        rooms = new CatalogueSite.Rooms(
                catalogue,
                new SearchPages(metrics, domains, searches),
                definitions,
                new VersionPages(metrics, parts.metrics().versions(), definitions),
                parts.lineage().pages(definitions));
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
