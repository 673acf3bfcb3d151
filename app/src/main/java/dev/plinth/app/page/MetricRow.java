package dev.plinth.app.page;

import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.Version;
import dev.plinth.app.search.Passage;
import dev.plinth.app.search.SearchHit;
import dev.plinth.app.values.Names;
import java.util.List;

/** A metric in a list; where it was searched for, the passages tell which of their words were meant. */
public record MetricRow(Metric metric, Passage name, Passage description, String domain) {
    static MetricRow of(Metric metric, Forest forest) {
        return new MetricRow(
                metric,
                plain(metric.content().name().value()),
                plain(metric.content().description().value()),
                forest.name(metric.domain()));
    }

    static MetricRow of(SearchHit hit, Forest forest) {
        return new MetricRow(
                hit.metric(),
                hit.highlights().name(),
                passage(hit),
                forest.name(hit.metric().domain()));
    }

    /** The part of the description that was meant; all of it when it was found by something else. */
    private static Passage passage(SearchHit hit) {
        Passage found = hit.highlights().description();
        return found.pieces().stream().anyMatch(Passage.Piece::wanted)
                ? found
                : plain(hit.metric().content().description().value());
    }

    private static Passage plain(String text) {
        return new Passage(List.of(new Passage.Piece(text, false)));
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
}
