package dev.plinth.sandbox.pod;

import dev.plinth.sandbox.certificate.TrustStore;
import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.disk.Json;
import dev.plinth.sandbox.image.ImageStore;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pause;
import dev.plinth.sandbox.pod.JobStatus.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Jobs as machines: processes that run to their end once. Safe for use by several threads. */
public final class Jobs {
    /** How long Pulumi waits for a Job: provider/pkg/await of pulumi-kubernetes, jobInitAwaiter. */
    private static final Duration AWAITED_MAX = Duration.ofMinutes(10);

    private static final int LOG_LINES = 20;
    private static final String SUFFIX = ".json";

    private final JobRun.Ground ground;
    private final Path directory;
    private final Map<String, JobRun> runs = new ConcurrentHashMap<>();

    /** Goes on with the jobs that an earlier daemon started. */
    public Jobs(Machines machines, ImageStore images, TrustStore trustStore) {
        this.ground = new JobRun.Ground(machines, new Containers(machines, images, trustStore));
        this.directory = Disk.folder(machines.stateDirectory().resolve("jobs"));
        records().forEach(job -> runs.put(job.spec().name(), JobRun.started(ground, file(job.spec()), job)));
    }

    /** Starts the job and returns how it is; one that was started before, ended or not, is left alone. */
    public JobStatus start(JobSpec spec) {
        return run(spec).status();
    }

    /** Starts the job and returns when it has succeeded; fails with its last words when it has not. */
    public JobStatus await(JobSpec spec) {
        JobRun run = run(spec);
        Pause.until(AWAITED_MAX, () -> !run.status().active());
        JobStatus status = run.status();
        if (status.phase() != Phase.SUCCEEDED) {
            throw failure(spec, status);
        }
        return status;
    }

    /** Ends the job's process and forgets it; a name that is not there is fine. */
    public void remove(String name) {
        Optional.ofNullable(runs.get(name)).ifPresent(JobRun::remove);
        runs.remove(name);
    }

    private JobRun run(JobSpec spec) {
        return runs.computeIfAbsent(
                spec.name(),
                added -> JobRun.started(ground, file(spec), new JobRecord(spec, JobStatus.started(JobRun.now()))));
    }

    private MachineException failure(JobSpec spec, JobStatus status) {
        String problem = status.active()
                ? "has not ended after %d min; with the annotation pulumi.com/skipAwait nobody waits for it"
                        .formatted(AWAITED_MAX.toMinutes())
                : status.message() + "; mend what its log tells, and run up again";
        List<String> log = ground.machines().logTail(spec.name(), LOG_LINES);
        return new MachineException("job %s %s; %s"
                .formatted(
                        spec.name(),
                        problem,
                        log.isEmpty()
                                ? "it wrote nothing to its log"
                                : "its log ends with:\n" + String.join("\n", log)));
    }

    private List<JobRecord> records() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .flatMap(file -> Json.read(file, JobRecord.class).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    private Path file(JobSpec spec) {
        return directory.resolve(spec.name() + SUFFIX);
    }
}
