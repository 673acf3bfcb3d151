package dev.plinth.app.telemetry;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** How long things took, by name: since the start, and over the last minutes. Safe for many threads. */
public final class Timings {
    /** How far back the last minutes go; the current minute comes on top. */
    public static final int MINUTES = 5;

    /** A bound on memory, should names ever be made of something that callers choose. */
    private static final int NAMES_MAX = 1_000;

    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    private final Map<String, Series> byName = new ConcurrentHashMap<>();
    private final LongSupplier nanoClock;

    Timings() {
        this(System::nanoTime);
    }

    Timings(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Adds one that has just ended. */
    public void add(String name, long nanos, boolean failed) {
        Series series = byName.get(name);
        if (series == null) {
            if (byName.size() >= NAMES_MAX) {
                return;
            }
            series = byName.computeIfAbsent(name, first -> new Series());
        }
        series.add(minute(), nanos, failed);
    }

    /** All of each name since the start. */
    public Map<String, Summary> sinceStart() {
        Map<String, Summary> summaries = new TreeMap<>();
        byName.forEach((name, series) -> summaries.put(name, series.all.summary()));
        return summaries;
    }

    /** Those of each name that ended in the last minutes; names without any are left out. */
    public Map<String, Summary> lately() {
        long minute = minute();
        Map<String, Summary> summaries = new TreeMap<>();
        byName.forEach((name, series) -> {
            Summary summary = series.lately(minute);
            if (summary.count() > 0) {
                summaries.put(name, summary);
            }
        });
        return summaries;
    }

    private long minute() {
        return Math.floorDiv(nanoClock.getAsLong(), MINUTE_NANOS);
    }

    /** The timings of one name. */
    private static final class Series {
        private final Latencies all = new Latencies();
        private final Map<Long, Latencies> minutes = new ConcurrentHashMap<>();

        void add(long minute, long nanos, boolean failed) {
            all.add(nanos, failed);
            Latencies current = minutes.get(minute);
            if (current == null) {
                minutes.keySet().removeIf(old -> old < minute - MINUTES);
                current = minutes.computeIfAbsent(minute, begun -> new Latencies());
            }
            current.add(nanos, failed);
        }

        Summary lately(long minute) {
            var sum = new Latencies();
            minutes.forEach((begun, latencies) -> {
                if (begun >= minute - MINUTES) {
                    latencies.addTo(sum);
                }
            });
            return sum.summary();
        }
    }
}
