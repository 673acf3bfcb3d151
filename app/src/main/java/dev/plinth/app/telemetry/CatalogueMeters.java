package dev.plinth.app.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.atomic.AtomicInteger;

/** The catalogue as a whole, as it was when it was last looked at: a scrape must not cost a query. */
public final class CatalogueMeters {
    private final CatalogueStore store;
    private final MultiGauge metrics;
    private final AtomicInteger schemaVersion = new AtomicInteger();

    public CatalogueMeters(CatalogueStore store, MeterRegistry registry) {
        this.store = store;
        metrics = MultiGauge.builder("mdl.catalog.metrics")
                .description("Metrics in the catalogue, by what they lack; one that lacks two things counts for both")
                .register(registry);
        Gauge.builder("mdl.schema.version", schemaVersion, AtomicInteger::get)
                .description("The newest migration of the database; 0 before the first look")
                .register(registry);
        Gauge.builder("mdl.schema.expected", store, CatalogueStore::schemaExpected)
                .description("The newest migration that this build knows")
                .register(registry);
    }

    /** Looks again. */
    public void refresh() {
        schemaVersion.set(store.schemaVersion());
        metrics.register(store.counts().stream().map(CatalogueMeters::row).toList(), true);
    }

    private static MultiGauge.Row<?> row(CatalogueCount count) {
        Tags tags =
                Tags.of("status", count.status(), "tier", Integer.toString(count.tier()), "missing", count.missing());
        return MultiGauge.Row.of(tags, count.metrics());
    }
}
