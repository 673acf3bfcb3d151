package dev.plinth.app.http.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.access.Scope;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Operation;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.http.metrics.FacetCounts;
import dev.plinth.app.http.metrics.MetricAnswers;
import dev.plinth.app.http.metrics.MetricAnswers.PageKey;
import dev.plinth.app.http.metrics.MetricQueryReader;
import dev.plinth.app.json.Json;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.MetricQuery.Presence;
import dev.plinth.app.metrics.Sorting;
import dev.plinth.app.metrics.View;
import dev.plinth.app.search.Beginning;
import dev.plinth.app.search.Facet;
import dev.plinth.app.search.Found;
import dev.plinth.app.search.Page;
import dev.plinth.app.search.Search;
import dev.plinth.app.search.SearchText;
import dev.plinth.app.search.Searches;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Names;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Search, suggestions and facets over HTTP. */
public final class SearchOperations implements Operations {
    private static final int COST = 5;
    private static final int SUGGESTIONS_UNLESS_TOLD = 10;
    private static final int SUGGESTIONS_MAX = 20;

    private final Searches searches;
    private final MetricAnswers answers;
    private final FacetCounts counts;

    public SearchOperations(Searches searches, MetricAnswers answers) {
        this.searches = searches;
        this.answers = answers;
        this.counts = new FacetCounts(searches::count);
    }

    @Override
    public void addTo(Api api) {
        api.add(
                        Operation.get("searchMetrics", "/api/v1/search", Scope.METRICS_READ)
                                .costing(COST),
                        this::search)
                .add(Operation.get("suggestMetrics", "/api/v1/search/suggest", Scope.METRICS_READ), this::suggest)
                .add(
                        Operation.get("countFacets", "/api/v1/facets", Scope.METRICS_READ)
                                .costing(COST),
                        this::facets);
    }

    private Reply search(Call call) {
        QueryReader query = call.query();
        Optional<SearchText> text = query.one("q", SearchText::new);
        requireText(query);
        View view = MetricQueryReader.view(query, call.principal());
        var filter = MetricQueryReader.filter(query);
        Paging paging = Paging.read(call, query);
        query.finish();
        var search = new Search(text.orElseThrow(), view, filter);
        var page = new Page(paging.after().map(Page.Place::of), paging.limit());
        return answers.page(call, "search", new PageKey(view, paging), () -> found(search, page, paging));
    }

    private ObjectNode found(Search search, Page page, Paging paging) {
        Found found = searches.find(search, page);
        ObjectNode body = paging.json(
                found.hits(),
                HitJson::write,
                hit -> new Page.Place(
                                found.match(), hit.score(), hit.metric().id().value())
                        .key());
        return body.put("match", Names.of(found.match()));
    }

    private Reply suggest(Call call) {
        QueryReader query = call.query();
        Optional<Beginning> beginning = query.one("q", Beginning::of);
        requireText(query);
        int limit = query.one("limit", SearchOperations::suggestions).orElse(SUGGESTIONS_UNLESS_TOLD);
        query.finish();
        ObjectNode body = Json.object();
        ArrayNode items = body.putArray("items");
        searches.suggest(beginning.orElseThrow(), View.of(call.principal()), limit)
                .forEach(suggestion -> items.add(HitJson.write(suggestion)));
        return Reply.ok(body);
    }

    private Reply facets(Call call) {
        QueryReader query = call.query();
        Optional<SearchText> text = query.one("q", SearchText::new);
        Set<Facet> facets = FacetCounts.wanted(query).orElse(EnumSet.allOf(Facet.class));
        var metrics = new MetricQuery(
                MetricQueryReader.view(query, call.principal()),
                MetricQueryReader.filter(query),
                Presence.THERE,
                Sorting.BY_ID);
        query.finish();
        var key = new PageKey(metrics.view(), query.identity());
        return answers.page(
                call, "facets", key, () -> Json.object().set("facets", counts.count(metrics, text, facets)));
    }

    private static void requireText(QueryReader query) {
        if (query.any("q", text -> text).isEmpty()) {
            query.refuse("q", "must be given, with what to look for");
        }
    }

    private static int suggestions(String text) {
        int limit = QueryReader.wholeNumber(text);
        if (limit < 1) {
            throw new InvalidValueException("must be at least 1");
        }
        return Math.min(limit, SUGGESTIONS_MAX);
    }
}
