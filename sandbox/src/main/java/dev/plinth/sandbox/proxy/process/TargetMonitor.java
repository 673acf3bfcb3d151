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

/** Watches one target: asks at once and often while the target is new, then at the interval of its health check. */
final class TargetMonitor {
    private static final Duration HURRIED_INTERVAL = Duration.ofMillis(250);

    private final Key key;
    private final HttpClient client;
    private final HttpRequest question;
    private final Matcher matcher;
    private final HealthState state;
    private final Thread thread;
    private volatile String reason = "not asked yet";

    TargetMonitor(Key key, HttpClient client) {
        this.key = key;
        this.client = client;
        this.question = question(key);
        this.matcher = Matcher.parse(key.check().matcher());
        int hurry = (int) Math.max(1, key.check().interval().dividedBy(HURRIED_INTERVAL));
        this.state = new HealthState(key.check().thresholds(), hurry);
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
        return state.health();
    }

    /** What was wrong with the latest answer; empty when it was good. */
    String reason() {
        return reason;
    }

    private void watch() {
        try {
            while (true) {
                reason = ask();
                state.observe(reason.isEmpty());
                Duration interval = key.check().interval();
                boolean hurried = health() == Health.INITIAL && interval.compareTo(HURRIED_INTERVAL) > 0;
                Thread.sleep(hurried ? HURRIED_INTERVAL : interval);
            }
        } catch (InterruptedException e) {
            // Only stop interrupts: the target is not asked any more.
            return;
        }
    }

    private String ask() throws InterruptedException {
        try {
            int status = client.send(question, BodyHandlers.discarding()).statusCode();
            return matcher.matches(status)
                    ? ""
                    : "answers %d, expected %s".formatted(status, key.check().matcher());
        } catch (IOException e) {
            return "does not answer at %s: %s".formatted(question.uri(), e);
        }
    }

    private static HttpRequest question(Key key) {
        HealthCheck check = key.check();
        Endpoint place = key.target().endpoint();
        int declared = key.target().healthPort() != 0 ? key.target().healthPort() : check.port();
        int port = declared != 0 ? declared : place.port();
        URI address = URI.create("%s://%s:%d%s".formatted(check.protocol().scheme(), place.host(), port, check.path()));
        return HttpRequest.newBuilder(address)
                .timeout(check.timeout())
                .header("User-Agent", "ELB-HealthChecker/2.0")
                .build();
    }
}
