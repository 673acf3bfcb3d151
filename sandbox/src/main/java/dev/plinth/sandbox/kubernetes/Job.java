package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.check.Failure;
import dev.plinth.sandbox.pod.JobSpec;
import dev.plinth.sandbox.pod.JobStatus;
import dev.plinth.sandbox.pod.JobStatus.Phase;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import dev.plinth.sandbox.value.Value.Items;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Job: a process of its image that runs to its end once; it is there when it has succeeded. */
final class Job extends KubernetesKind {
    static final String TOKEN = "kubernetes:batch/v1:Job";
    private static final String SKIP_AWAIT = "pulumi.com/skipAwait";
    /** Kubernetes API, JobSpec. */
    private static final int RETRIES = 6;
    /** Longer than anybody waits: a Job without a deadline has none. */
    private static final int NO_DEADLINE_SECONDS = (int) Duration.ofDays(365).toSeconds();

    private final Cluster cluster;

    Job(Cluster cluster) {
        super(cluster.objects());
        this.cluster = cluster;
    }

    /** What a cluster refuses, and what one laptop does not do. */
    @Override
    public List<Failure> check(Desired desired) {
        var failures = new ArrayList<Failure>();
        var spec = KubernetesObject.of(desired.inputs()).spec();
        for (var counted : List.of("parallelism", "completions")) {
            spec.whole(counted)
                    .filter(count -> count != 1)
                    .ifPresent(count -> failures.add(new Failure(
                            "spec." + counted, "the sandbox runs one pod of a Job, found %d".formatted(count))));
        }
        if (spec.truth("suspend")) {
            failures.add(new Failure("spec.suspend", "a suspended Job never ends; the sandbox does not run it"));
        }
        var pod = spec.in("template").in("spec");
        var policy = pod.fields().find("restartPolicy").orElse(Value.text("Always"));
        if (!pod.fields().entries().isEmpty() && policy.equals(Value.text("Always"))) {
            failures.add(new Failure(
                    "spec.template.spec.restartPolicy", "a Job's pods end: expected OnFailure or Never, found Always"));
        }
        return failures;
    }

    @Override
    public Fields notes(Desired desired) {
        return cluster.names().claim(desired);
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        super.run(desired, resource, before);
        var object = KubernetesObject.of(desired.inputs());
        new Admission(cluster.objects()).admit(object);
        boolean awaited =
                !object.annotations().getOrDefault(SKIP_AWAIT, "false").equals("true");
        var spec = spec(object, resource);
        return outputs(awaited ? cluster.jobs().await(spec) : cluster.jobs().start(spec));
    }

    @Override
    public void remove(StoredResource resource) {
        cluster.jobs().remove(MachineNames.of(resource));
        cluster.names().release(resource);
    }

    private JobSpec spec(KubernetesObject object, StoredResource resource) {
        var spec = object.spec();
        var template = new PodTemplate(cluster.objects(), cluster.images());
        return new JobSpec(
                MachineNames.of(resource),
                resource.urn().value(),
                template.container(object),
                spec.whole("backoffLimit").orElse(RETRIES),
                template.ending(object).grace(),
                Duration.ofSeconds(spec.whole("activeDeadlineSeconds").orElse(NO_DEADLINE_SECONDS)));
    }

    private static Fields outputs(JobStatus status) {
        boolean succeeded = status.phase() == Phase.SUCCEEDED;
        var fields = new Fields(Map.of(
                "startTime", Value.text(status.startedAt()),
                "active", Value.number(status.active() ? 1 : 0),
                "succeeded", Value.number(succeeded ? 1 : 0),
                "failed", Value.number(status.failed())));
        if (succeeded) {
            fields = fields.with("completionTime", Value.text(status.endedAt()))
                    .with(
                            "conditions",
                            new Items(List.of(new Fields(Map.of(
                                    "type", Value.text("Complete"),
                                    "status", Value.text("True"),
                                    "lastTransitionTime", Value.text(status.endedAt()))))));
        }
        return new Fields(Map.of("status", fields));
    }
}
