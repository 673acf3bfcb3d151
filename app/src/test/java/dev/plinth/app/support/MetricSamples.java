package dev.plinth.app.support;

import dev.plinth.app.json.Json;
import dev.plinth.app.metrics.Edition;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.metrics.Standing;
import dev.plinth.app.metrics.StoredContent;
import dev.plinth.app.metrics.Version;
import dev.plinth.app.values.MetricId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Metrics that are in no database. */
public final class MetricSamples {
    private static final Instant TIME = Instant.parse("2026-05-01T12:00:00Z");

    /** A metric with every field, published or still a draft. */
    public static Metric metric(String id, String domain, boolean published) {
        return new Metric(
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
                content(id, domain),
                published ? new Standing.Published(Version.FIRST) : new Standing.Draft(),
                new Edition(published, 1, TIME),
                1,
                TIME);
    }

    public static MetricContent content(String id, String domain) {
        return StoredContent.read(
                new MetricId(id), Json.parseOwn(Bodies.fullMetric(id, domain).getBytes(StandardCharsets.UTF_8)));
    }

    private MetricSamples() {}
}
