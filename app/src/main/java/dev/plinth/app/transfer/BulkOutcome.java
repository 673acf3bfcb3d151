package dev.plinth.app.transfer;

import dev.plinth.app.metrics.Metric;

/** What has become of one change. */
public sealed interface BulkOutcome {
    record Created(Metric metric) implements BulkOutcome {}

    record Updated(Metric metric) implements BulkOutcome {}

    record Deleted() implements BulkOutcome {}

    /** It was refused, and has left nothing behind. */
    record Failed(RuntimeException refusal) implements BulkOutcome {}

    /** It could be carried out, but was taken back, because another one failed. */
    record TakenBack() implements BulkOutcome {}
}
