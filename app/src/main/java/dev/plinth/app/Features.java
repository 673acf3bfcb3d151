package dev.plinth.app;

import dev.plinth.app.access.Authenticator;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.ApiServer;
import dev.plinth.app.http.Layer;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.discovery.DiscoveryOperations;
import dev.plinth.app.jobs.Job;
import dev.plinth.app.limits.SharedRates;
import dev.plinth.app.postgres.Resealing;
import dev.plinth.app.postgres.SealedRows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All features of the app, each put together from its parts: the table of contents. */
final class Features implements AutoCloseable {
    private final Authenticator authenticator;
    private final MannersFeature manners;
    private final PageFeature pages;
    private final WebhookFeature webhooks;
    private final LineageFeature lineage;
    private final FindingFeature finding;
    private final List<Operations> operations = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();

    Features(Foundations foundations, SharedRates rates) {
        manners = new MannersFeature(foundations, rates);
        var structure = new StructureFeature(foundations);
        var identity = new IdentityFeature(foundations, structure.members());
        var metrics = new MetricFeature(foundations, structure.domains()::requireKnown, structure.use());
        authenticator = identity.authenticator();
        operations.add(new DiscoveryOperations(foundations.identity()));
        operations.addAll(identity.operations());
        operations.addAll(structure.operations());
        finding = new FindingFeature(foundations, metrics.answers());
        operations.addAll(metrics.operations(finding.searches()));
        operations.addAll(finding.operations());
        lineage = new LineageFeature(foundations, metrics.metrics());
        operations.addAll(lineage.operations());
        var transfer = new TransferFeature(foundations, metrics);
        operations.addAll(transfer.operations());
        operations.addAll(PageFeature.operations());
        pages = new PageFeature(
                identity.door(foundations.clock()), new PageFeature.Parts(structure, metrics, finding, lineage));
        webhooks = new WebhookFeature(foundations);
        var changes = new ChangesFeature(foundations, List.of(metrics.subscriber()), webhooks::tell);
        operations.addAll(changes.operations());
        operations.addAll(webhooks.operations());
        var telling = new TelemetryFeature(foundations);
        operations.addAll(telling.operations());
        jobs.addAll(telling.jobs());
        jobs.addAll(manners.jobs());
        jobs.addAll(identity.jobs());
        jobs.addAll(lineage.jobs());
        jobs.addAll(metrics.jobs());
        jobs.addAll(changes.jobs());
        jobs.addAll(webhooks.jobs());
        jobs.addAll(transfer.jobs());
        jobs.addAll(finding.jobs());
        List<SealedRows> sealed = new ArrayList<>(identity.sealed());
        sealed.add(webhooks.sealed());
        jobs.add(new Job("old-keys", Duration.ofHours(1), new Resealing(foundations.database(), sealed)));
    }

    /** What the public socket serves. */
    ApiServer.Content content() {
        List<Layer> layers = new ArrayList<>(manners.layers());
        layers.add(lineage.layer());
        layers.add(finding.layer());
        return new ApiServer.Content(
                Api.of(operations), authenticator, layers, manners.manners(), pages.pages(manners.pageLayers()));
    }

    List<Job> jobs() {
        return List.copyOf(jobs);
    }

    @Override
    public void close() {
        webhooks.close();
    }
}
