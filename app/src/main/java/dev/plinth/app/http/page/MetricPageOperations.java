package dev.plinth.app.http.page;

import static dev.plinth.app.http.page.CatalogueOperations.page;

import dev.plinth.app.http.Api;
import dev.plinth.app.http.Call;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.http.Reply;
import dev.plinth.app.http.metrics.MetricIds;
import dev.plinth.app.metrics.Version;
import dev.plinth.app.page.Viewer;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.NotFoundException;
import io.helidon.http.Status;
import java.util.Optional;

/** The pages of one metric. */
final class MetricPageOperations implements Operations {
    private static final String PATH = "/catalogue/metrics/{id}";

    private final Visitors visitors;
    private final CatalogueSite.Rooms rooms;

    MetricPageOperations(Visitors visitors, CatalogueSite.Rooms rooms) {
        this.visitors = visitors;
        this.rooms = rooms;
    }

    @Override
    public void addTo(Api api) {
        api.add(page("showMetric", PATH), visitors.signedIn(this::definition))
                .add(page("showVersions", PATH + "/versions"), visitors.signedIn(this::versions))
                .add(page("showDifference", PATH + "/versions/{version}"), visitors.signedIn(this::difference))
                .add(page("showLineage", PATH + "/lineage"), visitors.signedIn(this::lineage));
    }

    private Reply definition(Call call, Viewer viewer) {
        call.withoutParameters();
        return Html.personal(Status.OK_200, "metric", rooms.metrics().definition(viewer, MetricIds.of(call)));
    }

    private Reply versions(Call call, Viewer viewer) {
        QueryReader query = call.query();
        Optional<Version> before = query.one("before", Version::parse);
        query.finish();
        return Html.personal(Status.OK_200, "versions", rooms.versions().list(viewer, MetricIds.of(call), before));
    }

    /** Of a version by its number, or of the draft. */
    private Reply difference(Call call, Viewer viewer) {
        QueryReader query = call.query();
        Optional<Version> base = query.one("base", Version::parse);
        query.finish();
        String version = call.path("version");
        return Html.personal(
                Status.OK_200,
                "difference",
                version.equals("draft")
                        ? rooms.versions().draft(viewer, MetricIds.of(call))
                        : rooms.versions().difference(viewer, MetricIds.of(call), number(version), base));
    }

    private Reply lineage(Call call, Viewer viewer) {
        call.withoutParameters();
        return Html.personal(Status.OK_200, "lineage", rooms.lineage().show(viewer, MetricIds.of(call)));
    }

    private static Version number(String text) {
        try {
            return Version.parse(text);
        } catch (InvalidValueException impossible) {
            throw new NotFoundException("version", text);
        }
    }
}
