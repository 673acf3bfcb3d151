package dev.plinth.sandbox.pod;

import dev.plinth.sandbox.machine.Claim;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.MachineKind;
import dev.plinth.sandbox.machine.MachineSpec;
import dev.plinth.sandbox.machine.MachineState;
import dev.plinth.sandbox.machine.MachineStatus;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Single pods: started, watched, waited for and ended. */
final class Pods {
    private static final int LOG_LINES = 20;
    /** A pod that is not ready by then will not be, whatever a deployment in a real cluster may be given. */
    private static final Duration READY_MAX = Duration.ofMinutes(2);

    private final Machines machines;
    private final Containers containers;
    private final HttpProbe http = new HttpProbe();
    private final Map<String, PodWatch> watched = new ConcurrentHashMap<>();

    Pods(Machines machines, Containers containers) {
        this.machines = machines;
        this.containers = containers;
    }

    List<String> names(DeploymentSpec spec) {
        return DeploymentRecord.names(spec, containers.jvmOptions());
    }

    /** Starts the pod; one that runs already by the same spec is left alone. */
    void start(DeploymentSpec spec, String name) {
        ContainerSpec container = spec.container();
        Claim claim = containers.claim(name, ports(container));
        machines.start(new MachineSpec(
                name,
                MachineKind.POD,
                spec.urn(),
                containers.launch(container, new PodFacts(name, claim.host())),
                claim.endpoint(container.ports().stream()
                        .findFirst()
                        .orElseGet(() -> claim.ports().firstKey())),
                containers.stop(container, spec.ending(), name)));
        watch(spec, name);
    }

    /** Watches a pod that is there already. */
    void watch(DeploymentSpec spec, String name) {
        containers
                .address(name)
                .ifPresent(claim -> watched.computeIfAbsent(
                        name,
                        added -> PodWatch.start(machines, http, new PodWatch.Pod(name, claim, spec.container()))));
    }

    /** Returns when all are ready; fails with the words of the first that is not. */
    void awaitReady(DeploymentSpec spec, List<String> names) {
        Duration limit = spec.deadline().compareTo(READY_MAX) < 0 ? spec.deadline() : READY_MAX;
        boolean done = Pause.until(
                limit,
                () -> names.stream().allMatch(this::ready) || crashed(names).isPresent());
        Optional<String> crashed = crashed(names);
        if (crashed.isPresent()) {
            throw failure(crashed.get(), "keeps ending before it is ready");
        }
        if (!done) {
            String late =
                    names.stream().filter(name -> !ready(name)).findFirst().orElse(names.getFirst());
            String answer =
                    Optional.ofNullable(watched.get(late)).map(PodWatch::answer).orElse("");
            throw failure(late, "is not ready after %d s (%s)".formatted(limit.toSeconds(), answer));
        }
    }

    /** The pods as they are now; one whose machine is gone is left out. */
    List<PodStatus> status(List<String> names) {
        return names.stream().flatMap(name -> status(name).stream()).toList();
    }

    /** Ends the pods, all at the same time, and gives their addresses back. */
    void remove(List<String> names) {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> removals = names.stream()
                    .map(name -> workers.submit(() -> remove(name)))
                    .toList();
            removals.forEach(Pods::join);
        }
    }

    private static void join(Future<?> removal) {
        try {
            removal.get();
        } catch (ExecutionException e) {
            throw new MachineException("a pod could not be stopped: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineException("interrupted while stopping a pod", e);
        }
    }

    private void remove(String name) {
        Optional.ofNullable(watched.remove(name)).ifPresent(PodWatch::stop);
        machines.remove(name);
        containers.release(name);
    }

    private Optional<PodStatus> status(String name) {
        return containers
                .address(name)
                .flatMap(claim -> machines.find(name)
                        .map(machine -> new PodStatus(name, claim, machine.state(), readyNow(name))));
    }

    private static Set<Integer> ports(ContainerSpec container) {
        var ports = new TreeSet<>(container.ports());
        container.probes().values().forEach(probe -> ports.add(probe.port()));
        return ports;
    }

    private boolean ready(String name) {
        return Optional.ofNullable(watched.get(name)).map(PodWatch::ready).orElse(false);
    }

    private boolean readyNow(String name) {
        return Optional.ofNullable(watched.get(name)).map(PodWatch::readyNow).orElse(false);
    }

    private Optional<String> crashed(List<String> names) {
        return names.stream()
                .filter(name -> machines.find(name)
                        .map(MachineStatus::state)
                        .filter(MachineState.FAILED::equals)
                        .isPresent())
                .findFirst();
    }

    private MachineException failure(String name, String problem) {
        List<String> log = machines.logTail(name, LOG_LINES);
        return new MachineException("pod %s %s; %s"
                .formatted(
                        name,
                        problem,
                        log.isEmpty()
                                ? "it wrote nothing to its log"
                                : "its log ends with:\n" + String.join("\n", log)));
    }
}
