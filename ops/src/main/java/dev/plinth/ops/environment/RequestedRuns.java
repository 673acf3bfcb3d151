package dev.plinth.ops.environment;

import dev.plinth.ops.console.Colour;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.engine.Engine;
import dev.plinth.ops.engine.Outputs;
import dev.plinth.ops.environment.Runs.Run;
import dev.plinth.ops.house.House;
import dev.plinth.ops.stack.Project;
import dev.plinth.ops.stack.ReleaseRequest;
import java.util.Optional;

/** Runs of an environment's program that ask it for one change, as a part of a larger piece of work. */
public final class RequestedRuns {
    private final House house;
    private final Sessions sessions;
    private final Targets targets;
    private final Runs runs;
    private final Planning planning;
    private final Conclusion conclusion;

    public RequestedRuns(House house, Sessions sessions, Targets targets, Runs runs, Planning planning) {
        this.house = house;
        this.sessions = sessions;
        this.targets = targets;
        this.runs = runs;
        this.planning = planning;
        this.conclusion = new Conclusion(runs.console());
    }

    public Console console() {
        return runs.console();
    }

    /** Shows what the run would do, and changes nothing. */
    public void preview(Selection selection, ReleaseRequest request, boolean json) {
        var run = planning.preview(
                selection,
                Optional.of(request),
                (stack, target) -> runs.run(stack, target, "preview", json, Engine::preview));
        conclusion.requireSuccess(run, "the preview of %s failed".formatted(selection.stack()));
        headline("plan of %s: %s".formatted(selection.stack(), run.report().counts(true)), json);
    }

    /** Makes the change, and tells the outputs that the environment has then. */
    public Outputs up(Selection selection, ReleaseRequest request, boolean json) {
        var run = selection.sandboxed() ? sandboxed(selection, request, json) : real(selection, request, json);
        conclusion.requireSuccess(run, "up of %s failed".formatted(selection.stack()));
        headline("%s is up: %s".formatted(selection.stack(), run.report().counts(false)), json);
        return run.ending().outputs().orElse(Outputs.none());
    }

    /** Fails unless it is said, or answered, that something real may be changed; nobody is asked about a sandbox. */
    public void confirm(Selection selection, String command, String question, boolean yes) {
        if (!yes && !selection.sandboxed()) {
            Confirmation.require(runs.console(), command, selection.stack());
            Confirmation.ask(runs.console(), question);
        }
    }

    private Run sandboxed(Selection selection, ReleaseRequest request, boolean json) {
        var stack = house.stack(selection.stack());
        try (var session = sessions.open(stack, "up", Optional.of(request))) {
            var run = runs.run(stack, session.target(), "up", json, Engine::up);
            session.ended();
            return run;
        }
    }

    private Run real(Selection selection, ReleaseRequest request, boolean json) {
        var stack = house.stack(selection.stack());
        stack.create();
        var target = targets.real(stack, Optional.of(new Project(house, stack).writeConfiguration(request)));
        return runs.run(stack, target, "up", json, Engine::up);
    }

    private void headline(String text, boolean json) {
        var screen = runs.screen(json);
        screen.line(screen.paint(Colour.GREEN, text));
    }
}
