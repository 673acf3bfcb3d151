package dev.plinth.app.http.performance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import dev.plinth.app.performance.CacheStats;
import dev.plinth.app.performance.MemoryStats;
import dev.plinth.app.performance.PoolStats;
import dev.plinth.app.performance.WorkStats;
import dev.plinth.app.telemetry.JobRuns;
import dev.plinth.app.telemetry.Summary;
import java.time.Duration;
import java.util.TreeMap;

/** What was measured, as JSON; durations are in milliseconds. */
final class PerformanceJson {
    private static final double NANOS_A_MILLI = 1e6;

    static ObjectNode write(String nameOfName, WorkStats work) {
        ObjectNode node = Json.object().put(nameOfName, work.name());
        node.set("since_start", write(work.sinceStart()));
        node.set("recently", write(work.lately()));
        return node;
    }

    static ObjectNode write(CacheStats cache) {
        ObjectNode node = Json.object().put("cache", cache.cache());
        ObjectNode requests = node.putObject("requests");
        new TreeMap<>(cache.requests()).forEach(requests::put);
        cache.hitRatio().ifPresent(ratio -> node.put("hit_ratio", ratio));
        return node;
    }

    static ObjectNode write(PoolStats pool) {
        return Json.object()
                .put("active", pool.active())
                .put("idle", pool.idle())
                .put("waiting", pool.waiting())
                .put("max", pool.max());
    }

    static ObjectNode write(JobRuns job) {
        ObjectNode node = Json.object()
                .put("job", job.job())
                .put("runs", job.runs())
                .put("failures", job.failures())
                .put("last_duration_ms", millis(job.lastDuration()));
        job.lastRun().ifPresent(time -> node.put("last_run_at", time.toString()));
        job.lastSuccess().ifPresent(time -> node.put("last_success_at", time.toString()));
        return node;
    }

    static ObjectNode write(MemoryStats memory) {
        return Json.object()
                .put("heap_used_bytes", memory.heapUsed())
                .put("heap_max_bytes", memory.heapMax())
                .put("other_used_bytes", memory.otherUsed());
    }

    private static ObjectNode write(Summary summary) {
        return Json.object()
                .put("count", summary.count())
                .put("errors", summary.errors())
                .put("total_ms", millis(summary.total()))
                .put("p50_ms", millis(summary.p50()))
                .put("p95_ms", millis(summary.p95()))
                .put("p99_ms", millis(summary.p99()));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / NANOS_A_MILLI;
    }

    private PerformanceJson() {}
}
