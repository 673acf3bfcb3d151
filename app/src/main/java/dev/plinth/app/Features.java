package dev.plinth.app;

import dev.plinth.app.access.Principal;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.ApiServer;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.discovery.DiscoveryOperations;
import dev.plinth.app.jobs.Job;
import java.util.ArrayList;
import java.util.List;

/** All features of the app, each put together from its parts: the table of contents. */
final class Features {
    private final List<Operations> operations;
    private final List<Job> jobs;
    private final MannersFeature manners;

    Features(Foundations foundations) {
        var structure = new StructureFeature(foundations);
        var metrics = new MetricFeature(foundations, structure.domains()::requireKnown);
        operations = new ArrayList<>(List.of(new DiscoveryOperations(foundations.identity())));
        operations.addAll(metrics.operations());
        operations.addAll(structure.operations());
        operations.addAll(PageFeature.operations());
        var changes = new ChangesFeature(foundations, List.of());
        operations.addAll(changes.operations());
        jobs = changes.jobs();
        manners = new MannersFeature(foundations);
    }

    /** What the public socket serves. */
    ApiServer.Content content() {
        return new ApiServer.Content(
                Api.of(operations), authorization -> Principal.APP, manners.layers(), manners.manners());
    }

    List<Job> jobs() {
        return jobs;
    }
}
