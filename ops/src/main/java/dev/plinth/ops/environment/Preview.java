package dev.plinth.ops.environment;

import dev.plinth.ops.engine.Engine;
import dev.plinth.ops.environment.Runs.Run;
import dev.plinth.ops.house.House;
import dev.plinth.ops.house.StackHome;
import dev.plinth.ops.sandbox.Sandbox.Processes;
import dev.plinth.ops.stack.Project;
import dev.plinth.ops.stack.ReleaseRequest;
import java.util.Optional;

/** Tells what {@code up} would do, and changes nothing. */
public final class Preview {
    private final House house;
    private final Sessions sessions;
    private final Targets targets;
    private final Runs runs;
    private final Conclusion conclusion;

    public Preview(House house, Sessions sessions, Targets targets, Runs runs) {
        this.house = house;
        this.sessions = sessions;
        this.targets = targets;
        this.runs = runs;
        this.conclusion = new Conclusion(runs.console());
    }

    /** Plans the environment and passes the plan through every policy. */
    public void run(Selection selection, Optional<ReleaseRequest> release, boolean json) {
        var stack = house.stack(selection.stack());
        var run = selection.sandboxed() ? sandboxed(stack, release, json) : real(stack, release, json);
        conclusion.ofPlan(
                run,
                "plan of %s%s".formatted(stack.stack(), selection.sandboxed() ? " in the sandbox" : ""),
                "the preview of %s failed".formatted(stack.stack()),
                json);
    }

    /** A stack that is not up is not there afterwards either. */
    private Run sandboxed(StackHome stack, Optional<ReleaseRequest> release, boolean json) {
        var wasThere = stack.exists();
        try (var session = sessions.open(stack, "preview", release)) {
            try {
                return runs.run(stack, session.target(), "preview", json, Engine::preview);
            } finally {
                if (!wasThere) {
                    session.sandbox().shutdown(Processes.STOP);
                    stack.forget();
                }
                session.ended();
            }
        }
    }

    private Run real(StackHome stack, Optional<ReleaseRequest> release, boolean json) {
        stack.create();
        var target = targets.real(stack, release.map(new Project(house, stack)::writeConfiguration));
        return runs.run(stack, target, "preview", json, Engine::preview);
    }
}
