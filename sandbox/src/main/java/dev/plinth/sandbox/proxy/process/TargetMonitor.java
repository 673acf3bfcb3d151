package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.proxy.HealthCheck;
import dev.plinth.sandbox.proxy.ProxyStatus.Health;
import dev.plinth.sandbox.proxy.Target;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Watches one target. A new target is asked at once and often, and turns healthy on its first good answer; afterwards it
 * changes sides only after as many answers in a row as the thresholds say.
 */
final class TargetMonitor {
    private static final Duration INITIAL_INTERVAL_MAX = Duration.ofMillis(250);

    private final Key key;
    private final HttpClient client;
    private final Matcher matcher;
    private final Thread thread;
    private volatile Health health = Health.INITIAL;
    private volatile String reason = "not asked yet";
    /** Answers in a row that speak against the present health. */
    private int contradictions;

    TargetMonitor(Key key, HttpClient client) {
        this.key = key;
        this.client = client;
        this.matcher = Matcher.parse(key.check().matcher());
        this.thread =
                Thread.ofVirtual().name("health of " + key.target().endpoint()).unstarted(this::watch);
    }

    /** What a monitor is about: when all of this stays the same, so does the target's health. */
    record Key(String group, HealthCheck check, Target target) {}

    void start() {
        thread.start();
    }

    void stop() {
        thread.interrupt();
    }

    Key key() {
        return key;
    }

    Endpoint endpoint() {
        return key.target().endpoint();
    }

    Health health() {
        return health;
    }

    String reason() {
        return reason;
    }

    private void watch() {
        try {
            while (true) {
                judge(ask());
                Duration interval = key.check().interval();
                boolean hurried = health == Health.INITIAL && interval.compareTo(INITIAL_INTERVAL_MAX) > 0;
                Thread.sleep(hurried ? INITIAL_INTERVAL_MAX : interval);
            }
        } catch (InterruptedException e) {
            // Only stop interrupts: the target is not asked any more.
            return;
        }
    }

    /** Empty when the answer was good, else what was wrong. */
    private String ask() throws InterruptedException {
        Endpoint place = endpoint();
        int port = key.target().healthPort() != 0
                ? key.target().healthPort()
                : key.check().port();
        URI address = URI.create("%s://%s:%d%s"
                .formatted(
                        key.check().protocol().scheme(),
                        place.host(),
                        port != 0 ? port : place.port(),
                        key.check().path()));
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(key.check().timeout())
                    .header("User-Agent", "ELB-HealthChecker/2.0")
                    .build();
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            return matcher.matches(status)
                    ? ""
                    : "answers %d, expected %s".formatted(status, key.check().matcher());
        } catch (IOException e) {
            return "does not answer at %s: %s".formatted(address, e);
        }
    }

    private void judge(String complaint) {
        boolean good = complaint.isEmpty();
        reason = complaint;
        boolean confirms = health == (good ? Health.HEALTHY : Health.UNHEALTHY);
        contradictions = confirms ? 0 : contradictions + 1;
        int needed = good
                ? key.check().thresholds().healthy()
                : key.check().thresholds().unhealthy();
        boolean firstGood = good && health == Health.INITIAL;
        if (firstGood || (!confirms && contradictions >= needed)) {
            health = good ? Health.HEALTHY : Health.UNHEALTHY;
            contradictions = 0;
        }
    }
}
