package dev.plinth.ops.environment;

import dev.plinth.ops.engine.Engine;
import dev.plinth.ops.engine.Target;
import dev.plinth.ops.environment.Runs.Run;
import dev.plinth.ops.house.House;
import dev.plinth.ops.house.StackHome;
import dev.plinth.ops.plan.Plan;
import dev.plinth.ops.sandbox.Sandbox.Processes;
import dev.plinth.ops.stack.Project;
import dev.plinth.ops.stack.ReleaseRequest;
import java.util.Optional;
import java.util.function.BiFunction;

/** Previews of a stack wherever it lives; a sandboxed one that is not up is not there afterwards either. */
public final class Planning {
    private final House house;
    private final Sessions sessions;
    private final Targets targets;
    private final Runs runs;
    private final Conclusion conclusion;

    public Planning(House house, Sessions sessions, Targets targets, Runs runs) {
        this.house = house;
        this.sessions = sessions;
        this.targets = targets;
        this.runs = runs;
        this.conclusion = new Conclusion(runs.console());
    }

    /** The plan as data; policies have no say in it, and only a failure is told. */
    public Plan plan(Selection selection) {
        var name = selection.stack();
        runs.console()
                .err()
                .line("plinth: planning %s%s ...".formatted(name, selection.sandboxed() ? " in the sandbox" : ""));
        var run = preview(
                selection,
                Optional.empty(),
                (stack, target) -> runs.quietly(stack, target.withoutPacks(), "plan", Engine::preview));
        conclusion.requireSuccess(run, "the preview of %s failed".formatted(name));
        return run.report().recording().plan();
    }

    /** Lets a preview run where the stack lives. */
    Run preview(Selection selection, Optional<ReleaseRequest> release, BiFunction<StackHome, Target, Run> preview) {
        var stack = house.stack(selection.stack());
        return selection.sandboxed() ? sandboxed(stack, release, preview) : real(stack, release, preview);
    }

    private Run sandboxed(
            StackHome stack, Optional<ReleaseRequest> release, BiFunction<StackHome, Target, Run> preview) {
        var wasThere = stack.exists();
        try (var session = sessions.open(stack, "preview", release)) {
            try {
                return preview.apply(stack, session.target());
            } finally {
                if (!wasThere) {
                    session.sandbox().shutdown(Processes.STOP);
                    stack.forget();
                }
                session.ended();
            }
        }
    }

    private Run real(StackHome stack, Optional<ReleaseRequest> release, BiFunction<StackHome, Target, Run> preview) {
        stack.create();
        return preview.apply(stack, targets.real(stack, release.map(new Project(house, stack)::writeConfiguration)));
    }
}
