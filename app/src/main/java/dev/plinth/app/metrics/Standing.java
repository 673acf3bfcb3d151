package dev.plinth.app.metrics;

import java.time.Instant;
import java.util.Optional;

/** Where a metric stands in its life, with what belongs to that. */
public sealed interface Standing {
    MetricStatus status();

    /** The newest version that was published, if any was. */
    Optional<Version> version();

    /** Nobody but its authors has seen it yet. */
    record Draft() implements Standing {
        @Override
        public MetricStatus status() {
            return MetricStatus.DRAFT;
        }

        @Override
        public Optional<Version> version() {
            return Optional.empty();
        }
    }

    /** In force. */
    record Published(Version newest) implements Standing {
        @Override
        public MetricStatus status() {
            return MetricStatus.PUBLISHED;
        }

        @Override
        public Optional<Version> version() {
            return Optional.of(newest);
        }
    }

    /** Still in force, but not to be used for anything new. */
    record Outgoing(Version newest, Deprecation deprecation) implements Standing {
        @Override
        public MetricStatus status() {
            return MetricStatus.DEPRECATED;
        }

        @Override
        public Optional<Version> version() {
            return Optional.of(newest);
        }
    }

    /** Not in force any more; kept so that old reports can be understood. */
    record Retired(Version newest) implements Standing {
        @Override
        public MetricStatus status() {
            return MetricStatus.RETIRED;
        }

        @Override
        public Optional<Version> version() {
            return Optional.of(newest);
        }
    }

    /** Out of sight, as it was before, until it is undeleted. */
    record Deleted(Standing before, Instant at) implements Standing {
        @Override
        public MetricStatus status() {
            return before.status();
        }

        @Override
        public Optional<Version> version() {
            return before.version();
        }
    }
}
