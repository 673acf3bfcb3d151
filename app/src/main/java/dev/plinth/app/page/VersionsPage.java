package dev.plinth.app.page;

import dev.plinth.app.metrics.MetricVersion;
import java.util.List;

/** What was published of a metric, the newest first; {@code next} is the address of older ones, "" when there are none. */
public record VersionsPage(MetricPage metric, List<MetricVersion> versions, boolean pending, String next) {
    public VersionsPage {
        versions = List.copyOf(versions);
    }
}
