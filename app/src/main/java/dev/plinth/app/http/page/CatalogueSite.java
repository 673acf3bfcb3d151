package dev.plinth.app.http.page;

import dev.plinth.app.crypto.Vault;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Layer;
import dev.plinth.app.http.Pages;
import dev.plinth.app.identity.Authentication;
import dev.plinth.app.identity.Sessions;
import dev.plinth.app.identity.SignIns;
import dev.plinth.app.page.CataloguePages;
import dev.plinth.app.page.LineagePages;
import dev.plinth.app.page.MetricPages;
import dev.plinth.app.page.SearchPages;
import dev.plinth.app.page.VersionPages;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The catalogue as people see it in a browser. */
public final class CatalogueSite {
    /** Who may come in. */
    public record Door(SignIns signIns, Sessions sessions, Authentication authentication, Vault vault, Clock clock) {}

    /** What is shown. */
    public record Rooms(
            CataloguePages catalogue,
            SearchPages search,
            MetricPages metrics,
            VersionPages versions,
            LineagePages lineage) {}

    /** {@code outer} is done around every page, before anything that is the pages' own. */
    public static Pages open(Door door, Rooms rooms, List<Layer> outer) {
        var cookie = new SessionCookie(door.vault(), door.clock());
        var visitors = new Visitors(cookie, door.authentication());
        Api operations = Api.of(List.of(
                new SignInOperations(door, cookie, visitors),
                new MetricPageOperations(visitors, rooms),
                new CatalogueOperations(visitors, rooms.catalogue(), rooms.search())));
        var layers = new ArrayList<>(outer);
        layers.add(new SignInLayer());
        return new Pages(operations, layers, new CatalogueErrors());
    }

    private CatalogueSite() {}
}
