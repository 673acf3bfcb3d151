package dev.plinth.app;

import dev.plinth.app.http.ConditionalLayer;
import dev.plinth.app.http.FreshnessLayer;
import dev.plinth.app.http.Layer;
import dev.plinth.app.http.Manners;
import dev.plinth.app.http.RetryLayer;
import dev.plinth.app.http.TransactionLayer;
import dev.plinth.app.http.compression.CompressionLayer;
import java.util.List;

/** How the API behaves towards all clients, whatever they ask for. */
final class MannersFeature {
    private final Foundations foundations;

    MannersFeature(Foundations foundations) {
        this.foundations = foundations;
    }

    /** What is done around every call, the outermost first. */
    List<Layer> layers() {
        return List.of(
                new FreshnessLayer(),
                new CompressionLayer(foundations.meters()),
                new ConditionalLayer(),
                new RetryLayer(),
                new TransactionLayer(foundations.transactions()));
    }

    Manners manners() {
        return new Manners(foundations.configuration().manners().admission(), foundations.telemetry());
    }
}
