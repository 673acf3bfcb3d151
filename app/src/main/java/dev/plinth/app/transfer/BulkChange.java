package dev.plinth.app.transfer;

import dev.plinth.app.metrics.MetricAt;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.Tag;
import java.util.List;
import java.util.function.UnaryOperator;

/** One of many changes that are asked for together. */
public sealed interface BulkChange {
    /** A new metric. */
    record Create(MetricContent content) implements BulkChange {}

    /** Another content for a metric's draft. */
    record Update(MetricAt at, UnaryOperator<MetricContent> edit) implements BulkChange {}

    /** A new metric, or another content for the draft of the one that has its id. */
    record Upsert(MetricContent content, IfMatch seen) implements BulkChange {}

    record Delete(MetricAt at) implements BulkChange {}

    /** More tags for a metric, or fewer. */
    record Retag(MetricAt at, List<Tag> added, List<Tag> removed) implements BulkChange {
        public Retag {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }

    /** Something that was asked for in a way that cannot be understood. */
    record Refused(RuntimeException refusal) implements BulkChange {}
}
