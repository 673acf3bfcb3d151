package dev.plinth.ops.rotation;

import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Clouds;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.environment.Confirmation;
import dev.plinth.ops.environment.Consent;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.environment.StackRuns;
import dev.plinth.ops.failover.Patience;
import dev.plinth.ops.process.Interruption;
import dev.plinth.ops.rotation.Standing.Reached;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where a person gives a secret a new value. */
public final class RotationDesk {
    private static final String PODS = "start the pods of both colours anew, one after the other, with the new value";

    private final StackRuns runs;
    private final Surroundings surroundings;

    /** What rotations reach of the world. */
    public record Surroundings(Clouds clouds, Console console, InstantSource clock, Interruption interruption) {}

    public RotationDesk(StackRuns runs, Surroundings surroundings) {
        this.runs = runs;
        this.surroundings = surroundings;
    }

    /** Changes the password of the database's owner, which only migrations use. */
    public void databaseOwner(Selection selection, Consent consent, boolean json) {
        handle(selection, consent, json, scene -> {
            var secret = scene.secret("databaseOwner");
            var server = scene.owner(secret, patience());
            var plan = List.of(
                    "change the password of %s by RDS".formatted(server),
                    "nothing is interrupted: only migrations use it, and they read it when they start");
            return new Task("database-owner", secret, server, Optional.empty(), plan);
        });
    }

    /** Changes the password of the app's role in the database. */
    public void databaseApp(Selection selection, Consent consent, boolean json) {
        handle(selection, consent, json, scene -> {
            var secret = scene.secret("databaseApp");
            var server = scene.role(secret);
            var plan = List.of(
                    "change the password of %s in the server; pods keep their connections, and open no new ones"
                            .formatted(server),
                    PODS);
            return new Task("database-app", secret, server, Optional.of(pods(selection)), plan);
        });
    }

    /** Changes the token of the cache. */
    public void cache(Selection selection, Consent consent, boolean json) {
        handle(selection, consent, json, scene -> {
            var server = scene.cache(patience());
            var plan = List.of(
                    "give %s a second token beside the present one".formatted(server), PODS, "end the present token");
            return new Task("cache", scene.secret("cache"), server, Optional.of(pods(selection)), plan);
        });
    }

    private void handle(Selection selection, Consent consent, boolean json, Function<Scene, Task> tasks) {
        try (var cloud = surroundings.clouds().open(runs.place(selection))) {
            var task = tasks.apply(Scene.of(runs, selection, cloud));
            var rotation = task.rotation();
            var standing = rotation.standing();
            tellPlan(task, standing, json);
            task.pods().ifPresent(RestartedPods::check);
            if (consent.dryRun()) {
                surroundings.console().narration(json).line("nothing was changed");
                return;
            }
            Confirmation.obtain(
                    surroundings.console(), selection, consent, "Do this to %s?".formatted(selection.stack()));
            carryOut(new Errand(selection, task, standing, json), rotation);
        }
    }

    /** A rotation that a person has agreed to. */
    private record Errand(Selection selection, Task task, Standing standing, boolean json) {
        String command() {
            return "plinth rotate %s %s%s"
                    .formatted(task.name(), selection.stack(), selection.sandbox() ? " --sandbox" : "");
        }
    }

    private void tellPlan(Task task, Standing standing, boolean json) {
        var screen = surroundings.console().narration(json);
        if (standing.has(Reached.KEPT)) {
            screen.line("  go on with a rotation that was begun and not ended");
        }
        screen.line(
                "  keep the next value in %s; today's stays readable there as AWSPREVIOUS".formatted(task.secret()));
        task.plan().forEach(line -> screen.line("  " + line));
        screen.line("  sign in with both: the new value must be let in, and the old one refused");
    }

    private void carryOut(Errand errand, Rotation rotation) {
        var console = surroundings.console();
        var screen = console.narration(errand.json());
        Rotation.Proof proof;
        try {
            proof = rotation.carryOut(errand.standing(), step -> screen.line(step.words() + " ..."));
        } catch (RuntimeException e) {
            rotation.current()
                    .ifPresent(step -> console.err()
                            .lines(List.of(
                                    "plinth: stopped at: " + step.words(),
                                    "  now: " + step.meanwhile(),
                                    "  go on: " + errand.command())));
            throw e;
        }
        var findings = new Findings(errand.selection(), errand.task(), proof, rotation.times());
        if (errand.json()) {
            console.out().line(findings.json());
        } else {
            findings.tell(console.out());
        }
        if (!proof.holds()) {
            throw unproven(errand);
        }
    }

    private static Failure unproven(Errand errand) {
        return Failure.failed(
                "the new value of %s is in use, but it is not proven that the old one is refused"
                        .formatted(errand.task().name()),
                "look at who else changes this password or this server",
                "prove it again: " + errand.command(),
                "the old value: aws secretsmanager get-secret-value --version-stage AWSPREVIOUS --secret-id "
                        + errand.task().secret());
    }

    private RestartedPods pods(Selection selection) {
        return new RestartedPods(runs, selection, surroundings.clock(), surroundings.interruption());
    }

    private Patience patience() {
        return Patience.usual(surroundings.interruption());
    }
}
