package dev.plinth.sandbox.pod;

import dev.plinth.sandbox.certificate.TrustStore;
import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.disk.Json;
import dev.plinth.sandbox.image.ImageStore;
import dev.plinth.sandbox.machine.Machines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Deployments as machines: one process for a replica, each on a loopback address of its own.
 *
 * <p>Safe for use by several threads; changes of the same deployment wait for each other.
 */
public final class Deployments {
    private static final String SUFFIX = ".json";

    private final Pods pods;
    private final Path directory;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** Finds the pods again that an earlier daemon started, and removes those of a change that it did not finish. */
    public Deployments(Machines machines, ImageStore images, TrustStore trustStore) {
        this.pods = new Pods(machines, new Containers(machines, images, trustStore));
        this.directory = Disk.folder(machines.stateDirectory().resolve("pods"));
        records().forEach(this::adopt);
    }

    /**
     * Makes the deployment be as the spec says and returns when all replicas are ready. When the container differs, new
     * pods are made ready first, then traffic moves, then the old ones end. When new pods do not become ready they are
     * removed, the old ones stay, and the failure's message ends with the last log lines.
     */
    public List<PodStatus> apply(DeploymentSpec spec, Traffic traffic) {
        return locked(spec.name(), () -> {
            DeploymentRecord before = record(spec.name()).orElseGet(() -> DeploymentRecord.empty(spec));
            pods.remove(before.passing());
            List<String> names = pods.names(spec);
            List<String> fresh = without(names, before.pods());
            write(before.withPassing(fresh));
            bringIn(new Step(spec, traffic, names, fresh), before);
            List<String> old = without(before.pods(), names);
            write(new DeploymentRecord(spec, names, old));
            pods.remove(old);
            write(new DeploymentRecord(spec, names, List.of()));
            return pods.status(names);
        });
    }

    /** The pods of the deployment right now; empty when there is no such deployment. */
    public List<PodStatus> pods(String deployment) {
        return record(deployment).map(found -> pods.status(found.pods())).orElse(List.of());
    }

    /** Ends every pod of the deployment; a name that is not there is fine. */
    public void remove(String deployment) {
        locked(deployment, () -> {
            record(deployment).ifPresent(found -> pods.remove(found.all()));
            Disk.delete(file(deployment));
            return deployment;
        });
    }

    /** A change: the pods that are to be there in the end, and those of them that are not there yet. */
    private record Step(DeploymentSpec spec, Traffic traffic, List<String> names, List<String> fresh) {}

    /** Starts what is missing and moves the traffic, or puts everything back as it was. */
    private void bringIn(Step step, DeploymentRecord before) {
        boolean moving = false;
        try {
            step.names().forEach(name -> pods.start(step.spec(), name));
            pods.awaitReady(step.spec(), step.names());
            moving = true;
            step.traffic().moveTo(pods.status(step.names()));
        } catch (RuntimeException e) {
            undo(step, before, moving, e);
            throw e;
        }
    }

    private void undo(Step step, DeploymentRecord before, boolean moved, RuntimeException failure) {
        try {
            if (moved) {
                step.traffic().moveTo(pods.status(before.pods()));
            }
            pods.remove(step.fresh());
            if (before.pods().isEmpty()) {
                Disk.delete(file(step.spec().name()));
            } else {
                write(before.withPassing(List.of()));
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** In the background: the end of a pod takes its grace period, and the daemon has others to serve. */
    private void adopt(DeploymentRecord found) {
        found.pods().forEach(name -> pods.watch(found.spec(), name));
        if (!found.passing().isEmpty()) {
            Thread.ofVirtual()
                    .start(() ->
                            locked(found.spec().name(), () -> clear(found.spec().name())));
        }
    }

    private List<String> clear(String deployment) {
        Optional<DeploymentRecord> found = record(deployment);
        found.ifPresent(rest -> {
            pods.remove(rest.passing());
            write(rest.withPassing(List.of()));
        });
        return found.map(DeploymentRecord::passing).orElse(List.of());
    }

    private static List<String> without(List<String> names, List<String> others) {
        return names.stream().filter(name -> !others.contains(name)).toList();
    }

    private Optional<DeploymentRecord> record(String deployment) {
        return Json.read(file(deployment), DeploymentRecord.class);
    }

    private List<DeploymentRecord> records() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .flatMap(file -> Json.read(file, DeploymentRecord.class).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    private void write(DeploymentRecord changed) {
        Json.write(file(changed.spec().name()), changed);
    }

    private Path file(String deployment) {
        return directory.resolve(deployment + SUFFIX);
    }

    private <T> T locked(String deployment, Supplier<T> change) {
        ReentrantLock lock = locks.computeIfAbsent(deployment, name -> new ReentrantLock());
        lock.lock();
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }
}
