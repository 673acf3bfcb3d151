package dev.plinth.app.metrics;

import java.util.List;
import java.util.Optional;

/** Where the versions of metrics are kept. */
public interface VersionStore {
    /** The newest first, at most {@code limit}, all older than {@code before}. */
    List<MetricVersion> list(Metric metric, Optional<Version> before, int limit);

    Optional<MetricVersion> find(Metric metric, Version version);
}
