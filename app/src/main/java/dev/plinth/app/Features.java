package dev.plinth.app;

import dev.plinth.app.access.Principal;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.ApiServer;
import dev.plinth.app.http.ConditionalLayer;
import dev.plinth.app.http.Layer;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.TransactionLayer;
import dev.plinth.app.http.discovery.DiscoveryOperations;
import dev.plinth.app.jobs.Job;
import java.util.ArrayList;
import java.util.List;

/** All features of the app, each put together from its parts: the table of contents. */
final class Features {
    private final Foundations foundations;
    private final List<Operations> operations;
    private final List<Job> jobs;

    Features(Foundations foundations) {
        this.foundations = foundations;
        var structure = new StructureFeature(foundations);
        var metrics = new MetricFeature(foundations, structure.domains()::requireKnown);
        operations = new ArrayList<>(List.of(new DiscoveryOperations(foundations.identity())));
        operations.addAll(metrics.operations());
        operations.addAll(structure.operations());
        operations.addAll(PageFeature.operations());
        var changes = new ChangesFeature(foundations, List.of());
        operations.addAll(changes.operations());
        jobs = changes.jobs();
    }

    /** What the public socket serves. */
    ApiServer.Content content() {
        List<Layer> layers = List.of(new ConditionalLayer(), new TransactionLayer(foundations.transactions()));
        return new ApiServer.Content(
                Api.of(operations), authorization -> Principal.APP, layers, foundations.telemetry());
    }

    List<Job> jobs() {
        return jobs;
    }
}
