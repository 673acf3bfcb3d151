package dev.plinth.sandbox.pod;

import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.machine.MachineStatus;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pause;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Watches one pod by its probe for as long as its machine exists: one good answer makes it ready, as many bad ones in a
 * row as the probe says make it unready, and so does the end of its process.
 */
final class Readiness {
    /** Until a pod is first ready it is asked at least this often, so that nobody waits for the next period. */
    private static final Duration STARTING_PERIOD = Duration.ofMillis(250);

    private static final Duration SHORTEST = Duration.ofMillis(50);

    private final Machines machines;
    private final HttpProbe http;
    private final Probe probe;
    private final String pod;
    private final URI uri;
    // Not synchronized: a virtual thread that waits for an answer would keep its carrier.
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Found found = new Found(0, false, 0, "not asked yet");

    private record Found(long pid, boolean ready, int failures, String answer) {}

    private Readiness(Machines machines, HttpProbe http, Probe probe, PodEndpoint pod) {
        this.machines = machines;
        this.http = http;
        this.probe = probe;
        this.pod = pod.name();
        this.uri = HttpProbe.uri(pod.endpoint(), probe.path());
    }

    /** A pod's name and where its probe is answered. */
    record PodEndpoint(String name, Endpoint endpoint) {}

    static Readiness watch(Machines machines, HttpProbe http, Probe probe, PodEndpoint pod) {
        var readiness = new Readiness(machines, http, probe, pod);
        Thread.ofVirtual().name("readiness-" + pod.name()).start(readiness::watch);
        return readiness;
    }

    boolean ready() {
        Found now = found;
        return now.ready() && now.pid() == pid();
    }

    /** Whether the pod is ready, asking it when it was not at the last look. */
    boolean readyNow() {
        if (!ready()) {
            look();
        }
        return ready();
    }

    String answer() {
        return "GET %s: %s".formatted(uri, found.answer());
    }

    private void watch() {
        Pause.of(probe.initialDelay());
        while (machines.find(pod).isPresent()) {
            look();
            Pause.of(
                    ready() || probe.period().compareTo(STARTING_PERIOD) < 0
                            ? longer(probe.period())
                            : STARTING_PERIOD);
        }
    }

    private void look() {
        lock.lock();
        try {
            found = next();
        } finally {
            lock.unlock();
        }
    }

    private Found next() {
        long pid = pid();
        Found last = found.pid() == pid ? found : new Found(pid, false, 0, found.answer());
        if (pid == 0) {
            return new Found(pid, false, 0, "there is no process");
        }
        HttpProbe.Answer answer = http.ask(uri, longer(probe.timeout()));
        int failures = answer.good() ? 0 : last.failures() + 1;
        boolean ready = answer.good() || (last.ready() && failures < probe.failures());
        return new Found(pid, ready, failures, answer.text());
    }

    private long pid() {
        return machines.find(pod).map(MachineStatus::pid).orElse(0L);
    }

    private static Duration longer(Duration duration) {
        return duration.compareTo(SHORTEST) < 0 ? SHORTEST : duration;
    }
}
