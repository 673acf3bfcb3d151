package dev.plinth.ops.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.console.Screen;
import dev.plinth.ops.engine.EngineEvent;
import dev.plinth.ops.engine.EventReader;
import dev.plinth.ops.engine.Events;
import dev.plinth.ops.engine.Resource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private static final String DATABASE = "aws:rds/instance:Instance";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final StringWriter text = new StringWriter();
    private final Screen plain = Screen.plain(new PrintWriter(text));

    @Test
    void aPlainRunIsALineForEachResourceThatChanged() {
        try (var progress = Progress.on(plain, now::get)) {
            tell(progress, Events.started("create", "pulumi:pulumi:Stack", "plinth-local"));
            tell(progress, Events.started("create", DATABASE, "primary"));
            pass(Duration.ofMillis(4200));
            tell(progress, Events.started("same", "aws:ec2/vpc:Vpc", "network"));
            tell(progress, Events.done("same", "aws:ec2/vpc:Vpc", "network"));
            tell(progress, Events.done("create", DATABASE, "primary"));
            tell(progress, Events.started("create-replacement", DATABASE, "replica"));
            pass(Duration.ofSeconds(61));
            tell(progress, Events.done("create-replacement", DATABASE, "replica"));
            tell(progress, Events.done("replace", DATABASE, "replica"));
            tell(progress, Events.done("delete-replaced", DATABASE, "replica"));
            tell(progress, Events.done("create", "pulumi:pulumi:Stack", "plinth-local"));
        }

        assertThat(text.toString()).isEqualTo("""
                  + created             aws:rds:Instance                        primary  4.2s
                  ± created anew        aws:rds:Instance                        replica  1m01s
                  - deleted the old one aws:rds:Instance                        replica  0.0s
                """);
    }

    @Test
    void aFailureIsSeenAtOnce() {
        try (var progress = Progress.on(plain, now::get)) {
            tell(progress, Events.failed("update", DATABASE, "primary"));
        }

        assertThat(text.toString()).isEqualTo("  ✗ updating failed  aws:rds:Instance primary\n");
    }

    @Test
    void onATerminalTheLineOfWhatIsAtWorkIsClearedBeforeAnotherIsPrinted() {
        var live = new Screen(new PrintWriter(text), true, true, 80);
        try (var progress = Progress.on(live, now::get)) {
            tell(progress, Events.started("create", DATABASE, "primary"));
            tell(progress, Events.done("create", DATABASE, "primary"));
        }

        assertThat(text.toString())
                .contains("\r\u001b[K  \u001b[32m+\u001b[0m created             aws:rds:Instance")
                .endsWith("\r\u001b[K");
    }

    @Test
    void whatIsAtWorkIsToldLongestFirstAndNeverWiderThanTheScreen() {
        Map<Resource, Duration> running = new LinkedHashMap<>();
        running.put(new Resource(Events.urn(DATABASE, "replica")), Duration.ofMillis(1500));
        running.put(new Resource(Events.urn(DATABASE, "primary")), Duration.ofSeconds(12));
        var wide = new Lines(new Screen(new PrintWriter(text), true, false, 80));
        var narrow = new Lines(new Screen(new PrintWriter(text), true, false, 30));

        assertThat(wide.atWork(Map.of(), 0, Duration.ofSeconds(3)))
                .isEqualTo("  3.0s  starting the program and the policies");
        assertThat(wide.atWork(running, 7, Duration.ofSeconds(75)))
                .isEqualTo("  1m15s  7 done, at work: primary 12.0s, replica 1.5s");
        assertThat(narrow.atWork(running, 7, Duration.ofSeconds(75)))
                .hasSizeLessThan(30)
                .endsWith("…");
    }

    private void pass(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    private static void tell(Consumer<EngineEvent> listener, String line) {
        new EventReader().read(line).ifPresent(listener);
    }
}
