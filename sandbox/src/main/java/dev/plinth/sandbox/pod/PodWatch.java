package dev.plinth.sandbox.pod;

import dev.plinth.sandbox.machine.Claim;
import dev.plinth.sandbox.machine.MachineStatus;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pause;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Watches one pod by its probes until it is told to stop. Once the startup probe was answered well, one good answer makes
 * the pod ready, as many bad ones in a row as the readiness probe says make it unready, and so does the end of its
 * process; the process is ended when it does not start in time or does not live.
 */
final class PodWatch {
    /** Until a pod is first ready it is asked at least this often, so that nobody waits for the next period. */
    private static final Duration STARTING_PERIOD = Duration.ofMillis(250);

    private static final Duration SHORTEST = Duration.ofMillis(50);

    private final Machines machines;
    private final HttpProbe http;
    private final Pod pod;
    // Not synchronized: a virtual thread that waits for an answer would keep its carrier.
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Found found = Found.nothing(0, "not asked yet");
    private volatile boolean stopped;

    /** What was last found of a process. */
    private record Found(long pid, Instant since, boolean started, int failures, boolean ready, String answer) {
        static Found nothing(long pid, String answer) {
            return new Found(pid, Instant.now(), false, 0, false, answer);
        }
    }

    private PodWatch(Machines machines, HttpProbe http, Pod pod) {
        this.machines = machines;
        this.http = http;
        this.pod = pod;
    }

    /** A pod, where it lives, and the probes of its container. */
    record Pod(String name, Claim address, ContainerSpec container) {
        private URI uri(Probe probe) {
            return HttpProbe.uri(address.endpoint(probe.port()), probe.path());
        }
    }

    static PodWatch start(Machines machines, HttpProbe http, Pod pod) {
        var watch = new PodWatch(machines, http, pod);
        // A path that is no path is told to the caller, not to the threads.
        pod.container().probes().values().forEach(pod::uri);
        watch.probe(ProbeKind.READINESS)
                .ifPresent(probe -> Thread.ofVirtual()
                        .name("readiness-" + pod.name())
                        .start(() -> watch.untilStopped(() -> watch.readiness(probe))));
        watch.probe(ProbeKind.LIVENESS)
                .ifPresent(probe -> Thread.ofVirtual()
                        .name("liveness-" + pod.name())
                        .start(() -> watch.untilStopped(() -> watch.liveness(probe))));
        return watch;
    }

    /** Asks nothing any more, and ends nothing any more. */
    void stop() {
        stopped = true;
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

    /** The last answer to the probe that decides at the moment. */
    String answer() {
        Found now = found;
        return probe(now.started() ? ProbeKind.READINESS : ProbeKind.STARTUP)
                .or(() -> probe(ProbeKind.READINESS))
                .map(probe -> "GET %s: %s".formatted(pod.uri(probe), now.answer()))
                .orElse(now.answer());
    }

    private void untilStopped(Runnable round) {
        while (!stopped && machines.find(pod.name()).isPresent()) {
            round.run();
        }
    }

    private void readiness(Probe probe) {
        if (found.pid() == 0) {
            Pause.of(probe.initialDelay());
        }
        look();
        Pause.of(ready() || probe.period().compareTo(STARTING_PERIOD) < 0 ? longer(probe.period()) : STARTING_PERIOD);
    }

    /** As many periods in a row without a good answer as the probe allows end the process. */
    private void liveness(Probe probe) {
        long pid = found.pid();
        int failures = 0;
        Pause.of(probe.initialDelay());
        while (!stopped && pid == pid() && found.started()) {
            HttpProbe.Answer answer = http.ask(pod.uri(probe), longer(probe.timeout()));
            failures = answer.good() ? 0 : failures + 1;
            if (failures >= probe.failures()) {
                kill("it does not live: GET %s: %s".formatted(pod.uri(probe), answer.text()));
                return;
            }
            Pause.of(longer(probe.period()));
        }
        Pause.of(STARTING_PERIOD);
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
        if (pid == 0) {
            return Found.nothing(pid, "there is no process");
        }
        Found last = found.pid() == pid ? found : Found.nothing(pid, found.answer());
        return last.started() ? asked(last) : starting(last);
    }

    private Found starting(Found last) {
        Optional<Probe> probe = probe(ProbeKind.STARTUP);
        if (probe.isEmpty()) {
            return asked(last);
        }
        HttpProbe.Answer answer =
                http.ask(pod.uri(probe.get()), longer(probe.get().timeout()));
        if (answer.good()) {
            return asked(last);
        }
        if (last.since().plus(startingMax(probe.get())).isBefore(Instant.now())) {
            kill("it has not started: GET %s: %s".formatted(pod.uri(probe.get()), answer.text()));
        }
        return new Found(last.pid(), last.since(), false, 0, false, answer.text());
    }

    private static Duration startingMax(Probe probe) {
        return probe.initialDelay().plus(probe.period().multipliedBy(probe.failures()));
    }

    /** What the readiness probe says of a process that has started. */
    private Found asked(Found last) {
        Optional<Probe> probe = probe(ProbeKind.READINESS);
        if (probe.isEmpty()) {
            return new Found(last.pid(), last.since(), true, 0, true, "there is no probe");
        }
        HttpProbe.Answer answer =
                http.ask(pod.uri(probe.get()), longer(probe.get().timeout()));
        int failures = answer.good() ? 0 : last.failures() + 1;
        boolean ready = answer.good() || (last.ready() && failures < probe.get().failures());
        return new Found(last.pid(), last.since(), true, failures, ready, answer.text());
    }

    private void kill(String reason) {
        if (!stopped) {
            machines.kill(pod.name(), reason);
        }
    }

    private Optional<Probe> probe(ProbeKind kind) {
        return pod.container().probe(kind);
    }

    private long pid() {
        return machines.find(pod.name()).map(MachineStatus::pid).orElse(0L);
    }

    private static Duration longer(Duration duration) {
        return duration.compareTo(SHORTEST) < 0 ? SHORTEST : duration;
    }
}
