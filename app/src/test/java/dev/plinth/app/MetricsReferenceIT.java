package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Collector;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.MetricsReference;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Scrape;
import dev.plinth.app.support.Servers;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What docs/METRICS_REFERENCE.md says is what an app exports that was used a little. */
@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MetricsReferenceIT {
    private static final Duration TIME = Duration.ofSeconds(20);

    private final Collector collector = new Collector();
    private final MetricsReference reference = MetricsReference.read();
    private final RunningApp app;

    MetricsReferenceIT(Servers servers) throws SQLException, IOException {
        Map<String, String> environment = servers.environment();
        environment.put("MDL_OTLP_ENDPOINT", collector.endpoint());
        app = new RunningApp(environment);
    }

    @BeforeAll
    void useItALittle() throws Exception {
        app.create("reference.first", "reference");
        app.api().send("PATCH", "/api/v1/domains/reference", "{}", "Content-Type", "application/json", "If-Match", "*");
        for (int time = 0; time < 3; time++) {
            app.api().get("/api/v1/metrics/reference.first");
        }
        app.api().send("GET", "/openapi.json", "", "Accept-Encoding", "gzip");
        app.anonymous().get("/api/v1/metrics");
        app.anonymous()
                .post("/api/v1/auth/login", "{\"email\": \"nobody@example.com\", \"password\": \"not the one\"}");
        app.api().post("/api/v1/metrics", Bodies.metric("reference.second", "nowhere"));
        System.gc();
        Eventually.becomes(true, TIME, () -> Scrape.of(app).families().keySet().containsAll(always()));
    }

    @AfterAll
    void stop() {
        app.close();
        collector.close();
    }

    @Test
    void everyFamilyThatIsExportedIsDocumented() throws Exception {
        assertThat(reference.families().keySet())
                .containsAll(Scrape.of(app).families().keySet());
    }

    @Test
    void everyFamilyThatIsDocumentedIsExported() throws Exception {
        assertThat(Scrape.of(app).families().keySet()).containsAll(always());
    }

    @Test
    void typesAndLabelsAreThoseDocumented() throws Exception {
        Scrape scrape = Scrape.of(app);
        Map<String, String> exported = new TreeMap<>();
        Map<String, String> documented = new TreeMap<>();
        scrape.families().forEach((family, type) -> {
            exported.put(family, type + " " + scrape.labels(family));
            MetricsReference.Entry entry = reference.families().get(family);
            if (entry != null) {
                documented.put(family, entry.type() + " " + entry.labels());
            }
        });

        assertThat(exported).isEqualTo(documented);
    }

    @Test
    void thereAreAtLeastFortyAndEachSaysWhatItIsFor() {
        assertThat(reference.families()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(reference.families().values())
                .allSatisfy(entry -> assertThat(entry.meaning()).endsWith(".").hasSizeGreaterThan(15))
                .allSatisfy(entry -> assertThat(entry.question()).endsWith("?"));
    }

    private Set<String> always() {
        return new TreeSet<>(reference.families().values().stream()
                .filter(MetricsReference.Entry::always)
                .map(MetricsReference.Entry::name)
                .toList());
    }
}
