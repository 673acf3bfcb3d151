package dev.plinth.ops.rotation;

import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.environment.StackRuns;
import dev.plinth.ops.plan.PlannedResource;
import dev.plinth.ops.process.Interruption;
import dev.plinth.ops.stack.ReleaseRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** The pods of the app, which the program starts anew, one after the other, by an update of the stack. */
final class RestartedPods implements Holders {
    private static final String REQUEST = "restart";
    /** The pods, and an image that no pod gets without a release. */
    private static final Set<String> EXPECTED = Set.of("kubernetes:apps/v1:Deployment", "docker:index/image:Image");

    /** External Secrets reads once a minute (the program's class Credentials); the rest is for the reading itself. */
    private static final Duration READING_MAX = Duration.ofSeconds(75);

    private final StackRuns runs;
    private final Selection selection;
    private final InstantSource clock;
    private final Interruption interruption;

    RestartedPods(StackRuns runs, Selection selection, InstantSource clock, Interruption interruption) {
        this.runs = runs;
        this.selection = selection;
        this.clock = clock;
        this.interruption = interruption;
    }

    /** Fails when an update would change more than the pods, as it would do so on the way. */
    void check() {
        var others = runs.plan(selection, request()).resources().stream()
                .filter(resource -> resource.operation().changes())
                .filter(resource -> !EXPECTED.contains(resource.type()))
                .map(PlannedResource::name)
                .toList();
        if (!others.isEmpty()) {
            throw Failure.failed(
                    "%s is not as this checkout declares it: an update would change %s too; nothing was changed"
                            .formatted(selection.stack(), String.join(", ", others)),
                    "look at it: plinth preview " + selection.stack(),
                    "bring it up first: plinth up " + selection.stack());
        }
    }

    @Override
    public void restart() {
        if (!selection.sandboxed()) {
            interruption.pause(READING_MAX);
        }
        // What it changes was judged when it came: the pods are those that run.
        runs.lead(selection, request());
    }

    private ReleaseRequest request() {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new ReleaseRequest(REQUEST, Json.object().put("at", now.toString()));
    }
}
