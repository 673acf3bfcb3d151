package dev.plinth.app.http.page;

import static dev.plinth.app.http.page.CatalogueOperations.page;

import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Reply;
import dev.plinth.app.http.metrics.MetricIds;
import dev.plinth.app.page.MetricPages;
import dev.plinth.app.page.Viewer;
import io.helidon.http.Status;

/** The pages of one metric. */
final class MetricPageOperations implements Operations {
    private static final String PATH = "/catalogue/metrics/{id}";

    private final Visitors visitors;
    private final MetricPages metrics;

    MetricPageOperations(Visitors visitors, MetricPages metrics) {
        this.visitors = visitors;
        this.metrics = metrics;
    }

    @Override
    public void addTo(Api api) {
        api.add(page("showMetric", PATH), visitors.signedIn(this::definition));
    }

    private Reply definition(Call call, Viewer viewer) {
        call.withoutParameters();
        return Html.personal(Status.OK_200, "metric", metrics.definition(viewer, MetricIds.of(call)));
    }
}
