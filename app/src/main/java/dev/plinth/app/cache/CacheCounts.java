package dev.plinth.app.cache;

import dev.plinth.app.values.Names;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/** What the cache tells of its work. */
final class CacheCounts {
    private final MeterRegistry meters;

    CacheCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    void answered(String kind, CacheUse use) {
        meters.counter("mdl.cache.requests", "cache", kind, "result", Names.of(use))
                .increment();
    }

    /** Several that wanted the same waited for one that made it. */
    void shared(String kind) {
        meters.counter("mdl.cache.shared.loads", "cache", kind).increment();
    }

    void renewed(boolean done) {
        meters.counter("mdl.cache.invalidations", "result", done ? "done" : "failed")
                .increment();
    }

    <T> T timed(String kind, Supplier<T> load) {
        var sample = Timer.start(meters);
        try {
            return load.get();
        } finally {
            sample.stop(meters.timer("mdl.cache.load", "cache", kind));
        }
    }
}
