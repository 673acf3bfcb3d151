package dev.plinth.ops.environment;

import dev.plinth.ops.engine.Engine;
import dev.plinth.ops.stack.ReleaseRequest;
import java.util.Optional;

/** Tells what {@code up} would do, and changes nothing. */
public final class Preview {
    private final Planning planning;
    private final Runs runs;
    private final Conclusion conclusion;

    public Preview(Planning planning, Runs runs) {
        this.planning = planning;
        this.runs = runs;
        this.conclusion = new Conclusion(runs.console());
    }

    /** Plans the environment and passes the plan through every policy. */
    public void run(Selection selection, Optional<ReleaseRequest> release, boolean json) {
        var run = planning.preview(
                selection, release, (stack, target) -> runs.run(stack, target, "preview", json, Engine::preview));
        conclusion.ofPlan(
                run,
                "plan of %s%s".formatted(selection.stack(), selection.sandboxed() ? " in the sandbox" : ""),
                "the preview of %s failed".formatted(selection.stack()),
                json);
    }
}
