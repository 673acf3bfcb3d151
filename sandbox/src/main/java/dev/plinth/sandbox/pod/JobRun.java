package dev.plinth.sandbox.pod;

import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.disk.Json;
import dev.plinth.sandbox.machine.Claim;
import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.machine.Launch;
import dev.plinth.sandbox.machine.MachineKind;
import dev.plinth.sandbox.machine.MachineSpec;
import dev.plinth.sandbox.machine.MachineState;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pause;
import dev.plinth.sandbox.machine.StopRule;
import dev.plinth.sandbox.pod.JobStatus.Phase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Leads one job to its end in a thread of its own. All that it knows is on disk, so that a later daemon can go on with a
 * try that outlived this one.
 */
final class JobRun {
    private static final Logger LOG = Logger.getLogger(JobRun.class.getName());
    /** Kubernetes waits 10 s and more; on one machine nothing is won by that. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private static final Duration PAUSE_MAX = Duration.ofSeconds(10);
    /** The exit code is written down before the process is gone: nobody may be there to be told. */
    private static final String TELL_END = "trap : TERM; /usr/bin/env -u PWD -u OLDPWD -u SHLVL -u _ \"$@\"; "
            + "code=$?; printf %s \"$code\" > \"$0\"; exit \"$code\"";

    private final Machines machines;
    private final Containers containers;
    private final Path file;
    private final Thread thread = Thread.ofVirtual().unstarted(this::lead);
    private volatile JobRecord job;
    private volatile boolean leaving;

    private JobRun(Machines machines, Containers containers, Path file, JobRecord job) {
        this.machines = machines;
        this.containers = containers;
        this.file = file;
        this.job = job;
    }

    /** What a run is led with. */
    record Ground(Machines machines, Containers containers) {}

    static JobRun started(Ground ground, Path file, JobRecord job) {
        var run = new JobRun(ground.machines(), ground.containers(), file, job);
        Json.write(file, job);
        run.thread.start();
        return run;
    }

    JobStatus status() {
        return job.status();
    }

    /** Ends the process and forgets the job. */
    void remove() {
        leaving = true;
        // Whoever starts the process must be gone before it is ended for good.
        Pause.until(Duration.ofMinutes(1), () -> !thread.isAlive());
        machines.remove(name());
        containers.release(name());
        for (int attempt = 0; attempt <= job.status().failed(); attempt++) {
            Disk.delete(exitFile(attempt));
        }
        Disk.delete(file);
    }

    private void lead() {
        try {
            while (!leaving && job.status().active()) {
                attempt();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, e, () -> "cannot start " + name());
            end(Phase.NOT_STARTED, "cannot be started: " + e.getMessage());
        }
    }

    private void attempt() {
        int attempt = job.status().failed();
        if (Disk.read(exitFile(attempt)).isEmpty()) {
            machines.start(machine(attempt));
        }
        if (!Pause.until(left(), () -> leaving || ended())) {
            machines.halt(name());
            end(
                    Phase.DEADLINE_EXCEEDED,
                    "took longer than its activeDeadlineSeconds %d"
                            .formatted(job.spec().deadline().toSeconds()));
        } else if (!leaving) {
            judge(attempt);
        }
    }

    private void judge(int attempt) {
        if (Disk.read(exitFile(attempt)).equals(Optional.of("0"))) {
            end(Phase.SUCCEEDED, "");
            return;
        }
        keep(job.status().failedOnce());
        if (attempt >= job.spec().retries()) {
            end(
                    Phase.BACKOFF_LIMIT_EXCEEDED,
                    "failed %d times, and backoffLimit is %d"
                            .formatted(job.status().failed(), job.spec().retries()));
            return;
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt, 10));
        Pause.until(pause.compareTo(PAUSE_MAX) < 0 ? pause : PAUSE_MAX, () -> leaving);
    }

    private boolean ended() {
        return machines.find(name())
                .filter(found -> found.state() == MachineState.ENDED)
                .isPresent();
    }

    private Duration left() {
        var end = Instant.parse(job.status().startedAt()).plus(job.spec().deadline());
        var left = Duration.between(Instant.now(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private MachineSpec machine(int attempt) {
        var spec = job.spec();
        Claim claim = containers.claim(name(), spec.container().ports());
        var launch = containers.launch(spec.container(), new PodFacts(name(), claim.host()));
        var command = new ArrayList<>(
                List.of("/bin/sh", "-c", TELL_END, exitFile(attempt).toString()));
        command.addAll(launch.command());
        return new MachineSpec(
                name(),
                MachineKind.JOB,
                spec.urn(),
                new Launch(command, launch.environment(), launch.directory()),
                new Endpoint(
                        claim.host(),
                        spec.container().ports().stream().findFirst().orElse(0)),
                StopRule.terminate(spec.grace()));
    }

    private void end(Phase outcome, String why) {
        keep(job.status().ended(outcome, now(), why));
    }

    /** In whole seconds, as Kubernetes writes times. */
    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void keep(JobStatus status) {
        job = new JobRecord(job.spec(), status);
        Json.write(file, job);
    }

    private String name() {
        return job.spec().name();
    }

    private Path exitFile(int attempt) {
        return file.resolveSibling("%s.%d.exit".formatted(name(), attempt));
    }
}
