package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Servers.Extension.class)
final class DatabaseKilledIT {
    private static final String PATH = "/api/v1/domains";
    private static final int WRITERS = 6;

    @TempDir
    private Path folder;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean done = new AtomicBoolean();

    @Test
    void nothingThatWasAcknowledgedIsLostWhenTheDatabaseIsKilled(Servers servers) throws Exception {
        try (var postgres = servers.expendablePostgres(folder)) {
            Map<String, String> environment = servers.environment();
            environment.put("MDL_DATABASE_URL", postgres.url());
            try (var app = new RunningApp(environment);
                    var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                var writing = IntStream.range(0, WRITERS)
                        .mapToObj(writer -> writers.submit(() -> write(app, "w" + writer)))
                        .toList();
                Eventually.becomes(true, Duration.ofSeconds(20), () -> acknowledged.size() > 50);

                postgres.kill();
                assertSaysSoSoon(app);
                int before = acknowledged.size();
                postgres.restart();
                Eventually.becomes(true, Duration.ofSeconds(30), () -> acknowledged.size() > before + 50);
                done.set(true);
                for (Future<Integer> writer : writing) {
                    assertThat(writer.get()).isPositive();
                }

                assertThat(statuses).containsExactlyInAnyOrder(201, 503);
                for (String id : acknowledged) {
                    assertThat(app.api().get(PATH + "/" + id).status()).as(id).isEqualTo(200);
                }
            }
        }
    }

    private static void assertSaysSoSoon(RunningApp app) throws Exception {
        // The first ones find connections that have just died, or wait for new ones.
        Eventually.becomes(503, Duration.ofSeconds(3), () -> app.api().get(PATH).status());
        Eventually.becomes(true, Duration.ofSeconds(5), () -> isRefusedWithin(app, Duration.ofMillis(500)));
        assertThat(app.admin().get("/metrics").body()).contains("mdl_circuit_open{breaker=\"database\"} 1");
    }

    private static boolean isRefusedWithin(RunningApp app, Duration time) throws Exception {
        long begin = System.nanoTime();
        Reply reply = app.api().get(PATH);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isNotEmpty();
        return System.nanoTime() - begin < time.toNanos();
    }

    /** Returns how many it tried. */
    private int write(RunningApp app, String name) throws IOException, InterruptedException {
        int number = 0;
        while (!done.get()) {
            number++;
            String id = "%s.n%d".formatted(name, number);
            Reply reply = app.api().post(PATH, Bodies.domain(id));
            statuses.add(reply.status());
            if (reply.status() == 201) {
                acknowledged.add(id);
            } else {
                Thread.sleep(50);
            }
        }
        return number;
    }
}
