package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
final class StartIT {
    @Test
    void severalInstancesOnOneEmptyDatabaseStartAtOnce(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        try (var starting = Executors.newVirtualThreadPerTaskExecutor()) {
            var apps = IntStream.range(0, 4)
                    .mapToObj(index -> starting.submit(() -> new RunningApp(environment)))
                    .toList();
            for (Future<RunningApp> started : apps) {
                try (RunningApp app = started.get()) {
                    assertThat(app.api().get("/api/v1/metrics").status()).isEqualTo(200);
                }
            }
        }
    }
}
