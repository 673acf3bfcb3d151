package dev.plinth.ops.environment;

import dev.plinth.ops.engine.Engine;
import dev.plinth.ops.environment.Runs.Run;
import dev.plinth.ops.house.House;
import dev.plinth.ops.sandbox.SandboxStatus;
import dev.plinth.ops.stack.Project;
import dev.plinth.ops.stack.ReleaseRequest;
import java.util.Optional;

/** Brings an environment to what the program and its configuration say. */
public final class Up {
    private final House house;
    private final Sessions sessions;
    private final Targets targets;
    private final Runs runs;
    private final Conclusion conclusion;

    public Up(House house, Sessions sessions, Targets targets, Runs runs) {
        this.house = house;
        this.sessions = sessions;
        this.targets = targets;
        this.runs = runs;
        this.conclusion = new Conclusion(runs.console());
    }

    /** Brings the environment up; a real one only after a yes, given before or asked for. */
    public void run(Selection selection, Optional<ReleaseRequest> release, boolean yes, boolean json) {
        if (selection.sandboxed()) {
            sandboxed(selection, release, json);
        } else {
            real(selection, release, yes, json);
        }
    }

    private void sandboxed(Selection selection, Optional<ReleaseRequest> release, boolean json) {
        var stack = house.stack(selection.stack());
        try (var session = sessions.open(stack, "up", release)) {
            var run = runs.run(stack, session.target(), "up", json, Engine::up);
            session.ended();
            conclude(run, json);
            if (!json) {
                session.sandbox().status().ifPresent(status -> hint(run, status));
            }
        }
    }

    private void real(Selection selection, Optional<ReleaseRequest> release, boolean yes, boolean json) {
        var stack = house.stack(selection.stack());
        stack.create();
        var target = targets.real(stack, release.map(new Project(house, stack)::writeConfiguration));
        if (!yes) {
            var console = runs.console();
            Confirmation.require(console, "up", stack.stack());
            var plan = runs.run(stack, target, "preview", json, Engine::preview);
            conclusion.ofPlan(
                    plan, "plan of " + stack.stack(), "the preview of %s failed".formatted(stack.stack()), false);
            Confirmation.ask(console, "Make these changes to %s?".formatted(stack.stack()));
        }
        var run = runs.run(stack, target, "up", json, Engine::up);
        conclude(run, json);
        if (!json) {
            run.ending()
                    .outputs()
                    .flatMap(Delegation::of)
                    .ifPresent(runs.console().out()::line);
        }
    }

    private void conclude(Run run, boolean json) {
        var stack = run.report().stack();
        conclusion.ofChange(run, stack + " is up", "up of %s failed".formatted(stack), json);
    }

    private void hint(Run run, SandboxStatus status) {
        run.ending().outputs().flatMap(outputs -> outputs.text("apiUrl")).ifPresent(url -> {
            runs.console().out().line("try it: " + Curl.of(url, status));
            runs.console().out().line("its first administrator is made with: " + bootstrap(run));
        });
    }

    private static String bootstrap(Run run) {
        var stack = run.report().stack();
        var options = stack.equals(Selection.DEFAULT_STACK) ? "" : " --stack %s --sandbox".formatted(stack);
        return "plinth output bootstrapToken" + options;
    }
}
