package dev.plinth.app.page;

import dev.plinth.app.metrics.Deprecation;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.metrics.Standing;
import dev.plinth.app.metrics.Version;
import dev.plinth.app.values.Names;
import java.util.List;
import java.util.Optional;

/** A definition with all that it says. */
public record MetricPage(Frame frame, List<Link> trail, Metric metric) {
    public MetricPage {
        trail = List.copyOf(trail);
    }

    public MetricContent content() {
        return metric.content();
    }

    public String id() {
        return metric.id().value();
    }

    /** As it stands in JSON; the look of it depends on it too. */
    public String status() {
        return Names.of(metric.standing().status());
    }

    /** "" when it was never published. */
    public String version() {
        return metric.standing().version().map(Version::toString).orElse("");
    }

    public boolean isRetired() {
        return metric.standing() instanceof Standing.Retired;
    }

    /** Why and until when, if it should not be used any more. */
    public Optional<Deprecation> deprecation() {
        return metric.standing() instanceof Standing.Outgoing outgoing
                ? Optional.of(outgoing.deprecation())
                : Optional.empty();
    }
}
