package dev.plinth.app.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.TestClock;
import dev.plinth.app.telemetry.JobRuns;
import dev.plinth.app.telemetry.Service;
import dev.plinth.app.telemetry.Telemetry;
import dev.plinth.app.telemetry.TraceSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PerformanceTest {
    private final Telemetry telemetry = new Telemetry(TraceSettings.OFF, new Service("1", "build", "blue"));
    private final MeterRegistry meters = telemetry.meters().registry();
    private final TestClock clock = new TestClock();
    private final Performance performance = new Performance(telemetry, clock);

    @AfterEach
    void stop() {
        telemetry.close();
    }

    @Test
    void itKnowsSinceWhenItMeasures() {
        Instant start = clock.instant();
        clock.forward(Duration.ofHours(1));

        assertThat(performance.start()).isEqualTo(start);
    }

    @Test
    void routesAreInTheOrderOfTheirNames() {
        telemetry.routes().add("POST /b", millis(1), true);
        telemetry.routes().add("GET /a", millis(300), false);

        assertThat(performance.routes()).extracting(WorkStats::name).containsExactly("GET /a", "POST /b");
        WorkStats post = performance.routes().getLast();
        assertThat(post.sinceStart().errors()).isEqualTo(1);
        assertThat(post.lately()).isEqualTo(post.sinceStart());
    }

    @Test
    void theSlowestStatementsComeFirstAndEquallySlowOnesByName() {
        telemetry.statements().add("quick", millis(1), false);
        telemetry.statements().add("slow.b", millis(100), false);
        telemetry.statements().add("slow.a", millis(100), false);

        assertThat(performance.slowestStatements())
                .extracting(WorkStats::name)
                .containsExactly("slow.a", "slow.b", "quick");
    }

    @Test
    void noMoreStatementsAreToldThanSomebodyReads() {
        for (int statement = 0; statement < Performance.STATEMENTS_MAX + 5; statement++) {
            telemetry.statements().add("statement-" + statement, millis(1 + statement), false);
        }

        assertThat(performance.slowestStatements())
                .hasSize(Performance.STATEMENTS_MAX)
                .extracting(WorkStats::name)
                .doesNotContain("statement-0");
    }

    @Test
    void eachCacheTellsWhatCameOfItsRequests() {
        requests("metric", "hit", 3);
        requests("metric", "miss", 1);
        requests("list", "bypass", 2);

        assertThat(performance.caches())
                .containsExactly(
                        new CacheStats("list", Map.of("bypass", 2L)),
                        new CacheStats("metric", Map.of("hit", 3L, "miss", 1L)));
    }

    @Test
    void hitsAreARatioOfWhatTheCacheCouldAnswer() {
        assertThat(new CacheStats("metric", Map.of("hit", 3L, "miss", 1L, "bypass", 10L)).hitRatio())
                .contains(0.75);
        assertThat(new CacheStats("metric", Map.of("miss", 2L)).hitRatio()).contains(0.0);
        assertThat(new CacheStats("metric", Map.of("bypass", 2L)).hitRatio()).isEqualTo(Optional.empty());
    }

    @Test
    void whoWaitsForAConnectionAndWhoWaitsBeforeThatAreOneQueue() {
        meters.gauge("hikaricp.connections.active", 4);
        meters.gauge("hikaricp.connections.idle", 6);
        meters.gauge("hikaricp.connections.pending", 2);
        meters.gauge("hikaricp.connections.max", 10);
        meters.gauge("mdl.bulkhead.waiting", 3);

        assertThat(performance.pool()).isEqualTo(new PoolStats(4, 6, 5, 10));
    }

    @Test
    void withoutAPoolNothingIsUsed() {
        assertThat(performance.pool()).isEqualTo(new PoolStats(0, 0, 0, 0));
    }

    @Test
    void jobsAreToldOf() {
        telemetry.jobs().expect("ranking");

        assertThat(performance.jobs()).extracting(JobRuns::job).containsExactly("ranking");
    }

    @Test
    void memoryIsThatOfThisProcess() {
        MemoryStats memory = performance.memory();

        assertThat(memory.heapMax()).isCloseTo(Runtime.getRuntime().maxMemory(), Percentage.withPercentage(10));
        assertThat(memory.heapUsed()).isPositive().isLessThanOrEqualTo(memory.heapMax());
        assertThat(memory.otherUsed()).isPositive();
    }

    private void requests(String cache, String result, int count) {
        meters.counter("mdl.cache.requests", "cache", cache, "result", result).increment(count);
    }

    private static long millis(int count) {
        return Duration.ofMillis(count).toNanos();
    }
}
