package dev.plinth.app.http.metrics;

import java.util.List;

/** The fields of metrics in answers. */
final class MetricFields {
    static final List<String> NAMES = List.of(
            "metric_id",
            "name",
            "description",
            "domain",
            "tier",
            "metric_type",
            "calc_type",
            "tags",
            "definition",
            "owners",
            "sources",
            "targets",
            "aliases",
            "notes",
            "uid",
            "status",
            "version",
            "published_version",
            "deprecation",
            "deleted_at",
            "revision",
            "created_at",
            "updated_at");

    private MetricFields() {}
}
