package dev.plinth.app.http.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.http.Access;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.json.Json;
import dev.plinth.app.metrics.Trait;
import dev.plinth.app.page.CataloguePages;
import dev.plinth.app.page.SearchPages;
import dev.plinth.app.page.Viewer;
import dev.plinth.app.page.Wanted;
import dev.plinth.app.search.SearchText;
import dev.plinth.app.search.Suggestion;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Names;
import dev.plinth.app.values.NotFoundException;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pages on which people browse and search. */
final class CatalogueOperations implements Operations {
    private static final Access EVERYONE = new Access.Everyone();
    private static final String PATH = "/catalogue";
    private static final Files FILES =
            new Files(Map.of("style.css", "style.css", "page.js", "page.js", "icon.svg", "icon.svg"));

    private final Visitors visitors;
    private final CataloguePages catalogue;
    private final SearchPages search;

    CatalogueOperations(Visitors visitors, CataloguePages catalogue, SearchPages search) {
        this.visitors = visitors;
        this.catalogue = catalogue;
        this.search = search;
    }

    @Override
    public void addTo(Api api) {
        api.add(page("showCatalogue", PATH), visitors.signedIn(this::home))
                .add(page("showDomain", PATH + "/domains/{id}"), visitors.signedIn(this::domain))
                .add(page("showSearch", PATH + "/search"), visitors.signedIn(this::search))
                .add(Operation.get("suggestForPage", PATH + "/suggestions", EVERYONE), visitors.signedIn(this::suggest))
                .add(
                        Operation.get("getPageFile", PATH + "/files/{file}", EVERYONE)
                                .answering(MediaTypes.WILDCARD),
                        call -> FILES.reply(call.withoutParameters().path("file")));
        // What lies at no page's address is refused in the look of the pages too.
        for (String place : List.of("/{one}", "/{one}/{two}", "/{one}/{two}/{three}", "/{one}/{two}/{three}/{four}")) {
            api.add(page("showNothing" + place, PATH + place), CatalogueOperations::nothing);
        }
    }

    static Operation page(String id, String path) {
        return Operation.get(id, path, EVERYONE).answering(MediaTypes.TEXT_HTML);
    }

    private Reply home(Call call, Viewer viewer) {
        call.withoutParameters();
        return Html.personal(Status.OK_200, "home", catalogue.home(viewer));
    }

    private Reply domain(Call call, Viewer viewer) {
        QueryReader query = call.query();
        Optional<String> name = query.one("name", text -> text);
        Optional<String> id = query.one("id", text -> text);
        query.finish();
        List<String> after = name.isPresent() && id.isPresent() ? List.of(name.get(), id.get()) : List.of();
        return Html.personal(Status.OK_200, "domain", catalogue.domain(viewer, domainId(call), after));
    }

    private Reply search(Call call, Viewer viewer) {
        QueryReader query = call.query();
        Optional<SearchText> text = query.one(
                        "q",
                        typed -> typed.isBlank() ? Optional.<SearchText>empty() : Optional.of(new SearchText(typed)))
                .flatMap(typed -> typed);
        Map<Trait, Set<String>> traits = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            Set<String> values = query.any(Names.of(trait), trait::check);
            if (!values.isEmpty()) {
                traits.put(trait, values);
            }
        }
        List<String> after =
                query.one("after", place -> List.of(place.split("~", -1))).orElse(List.of());
        query.finish();
        return Html.personal(Status.OK_200, "search", search.search(viewer, new Wanted(text, traits), after));
    }

    private Reply suggest(Call call, Viewer viewer) {
        QueryReader query = call.query();
        String typed = query.one("q", text -> text).orElse("");
        query.finish();
        ObjectNode body = Json.object();
        ArrayNode items = body.putArray("items");
        for (Suggestion suggestion : search.suggest(viewer, typed)) {
            items.addObject().put("name", suggestion.text());
        }
        return Reply.ok(body).header(HeaderNames.CACHE_CONTROL, "no-store");
    }

    private static Reply nothing(Call call) {
        throw new NotFoundException("page", call.path());
    }

    private static DomainId domainId(Call call) {
        String given = call.path("id");
        try {
            return new DomainId(given);
        } catch (InvalidValueException impossible) {
            throw new NotFoundException("domain", given);
        }
    }
}
