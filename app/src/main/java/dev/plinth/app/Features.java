package dev.plinth.app;

import dev.plinth.app.access.Authenticator;
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
    private final Authenticator authenticator;
    private final List<Operations> operations = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();

    Features(Foundations foundations) {
        this.foundations = foundations;
        var identity = new IdentityFeature(foundations);
        var structure = new StructureFeature(foundations);
        var metrics = new MetricFeature(foundations, structure.domains()::requireKnown);
        authenticator = identity.authenticator();
        operations.add(new DiscoveryOperations(foundations.identity()));
        operations.addAll(identity.operations());
        operations.addAll(metrics.operations());
        operations.addAll(structure.operations());
        operations.addAll(PageFeature.operations());
        jobs.addAll(identity.jobs());
        jobs.addAll(new ChangesFeature(foundations, List.of()).jobs());
    }

    /** What the public socket serves. */
    ApiServer.Content content() {
        List<Layer> layers = List.of(new ConditionalLayer(), new TransactionLayer(foundations.transactions()));
        return new ApiServer.Content(Api.of(operations), authenticator, layers, foundations.telemetry());
    }

    List<Job> jobs() {
        return List.copyOf(jobs);
    }
}
