package dev.plinth.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CatalogueMetersTest {
    private final Store store = new Store();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final CatalogueMeters meters = new CatalogueMeters(store, registry);

    @Test
    void metricsAreCountedByWhatTheyLack() {
        store.counts =
                List.of(new CatalogueCount("published", 1, "owner", 2), new CatalogueCount("draft", 3, "none", 7));

        meters.refresh();

        assertThat(metrics("published", "1", "owner")).isEqualTo(2);
        assertThat(metrics("draft", "3", "none")).isEqualTo(7);
    }

    @Test
    void whatIsNoLongerThereIsNoLongerTold() {
        store.counts = List.of(new CatalogueCount("published", 1, "owner", 2));
        meters.refresh();
        store.counts = List.of(new CatalogueCount("published", 1, "none", 2));
        meters.refresh();

        assertThat(registry.find("mdl.catalog.metrics").tag("missing", "owner").gauge())
                .isNull();
        assertThat(metrics("published", "1", "none")).isEqualTo(2);
    }

    @Test
    void aNumberIsThatOfTheLastLook() {
        store.counts = List.of(new CatalogueCount("published", 1, "owner", 2));
        meters.refresh();
        store.counts = List.of(new CatalogueCount("published", 1, "owner", 5));
        meters.refresh();

        assertThat(metrics("published", "1", "owner")).isEqualTo(5);
    }

    @Test
    void aScrapeCostsNoQuery() {
        meters.refresh();
        store.version = 42;
        int looks = store.looks;

        assertThat(registry.get("mdl.schema.version").gauge().value()).isEqualTo(41);
        assertThat(store.looks).isEqualTo(looks);
        meters.refresh();
        assertThat(registry.get("mdl.schema.version").gauge().value()).isEqualTo(42);
    }

    @Test
    void theSchemaIsKnownOnlyAfterTheFirstLookButWhatIsExpectedAtOnce() {
        assertThat(registry.get("mdl.schema.version").gauge().value()).isZero();
        assertThat(registry.get("mdl.schema.expected").gauge().value()).isEqualTo(43);
    }

    private double metrics(String status, String tier, String missing) {
        return registry.get("mdl.catalog.metrics")
                .tags("status", status, "tier", tier, "missing", missing)
                .gauge()
                .value();
    }

    private static final class Store implements CatalogueStore {
        private List<CatalogueCount> counts = List.of();
        private int version = 41;
        private int looks;

        @Override
        public List<CatalogueCount> counts() {
            looks++;
            return counts;
        }

        @Override
        public int schemaVersion() {
            looks++;
            return version;
        }

        @Override
        public int schemaExpected() {
            return 43;
        }
    }
}
