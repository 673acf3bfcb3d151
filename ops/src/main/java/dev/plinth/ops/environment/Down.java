package dev.plinth.ops.environment;

import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.engine.Engine;
import dev.plinth.ops.house.House;
import dev.plinth.ops.house.StackHome;
import dev.plinth.ops.sandbox.Sandbox.Processes;
import dev.plinth.ops.sandbox.SandboxUnavailable;
import dev.plinth.ops.stack.Leftovers;
import java.util.ArrayList;
import java.util.Optional;

/** Takes an environment away: its resources and, for a sandboxed one, every process and file of it but its logs. */
public final class Down {
    /** How many protected resources an error names. */
    private static final int NAMED_MAX = 10;

    private final House house;
    private final Sessions sessions;
    private final Targets targets;
    private final Runs runs;
    private final Conclusion conclusion;

    public Down(House house, Sessions sessions, Targets targets, Runs runs) {
        this.house = house;
        this.sessions = sessions;
        this.targets = targets;
        this.runs = runs;
        this.conclusion = new Conclusion(runs.console());
    }

    /** Takes the environment down; a real one only after a yes, given before or asked for. */
    public void run(Selection selection, boolean yes, boolean json) {
        var stack = house.stack(selection.stack());
        if (!selection.sandboxed()) {
            real(stack, yes, json);
        } else if (stack.exists()) {
            try {
                sandboxed(stack, json);
            } catch (SandboxUnavailable e) {
                sessions.abandon(stack, "down");
                throw Failure.failed(
                        "%s could not be taken down in order; its processes and files were removed all the same"
                                .formatted(stack.stack()),
                        String.valueOf(e.getMessage()),
                        String.join("\n", e.reason().details()));
            }
        } else {
            nothingToDo(stack, json);
        }
    }

    private void nothingToDo(StackHome stack, boolean json) {
        if (json) {
            var data = Json.object().put("stack", stack.stack()).put("succeeded", true);
            data.putObject("changes");
            runs.console().out().line(Json.print(data));
        } else {
            runs.console().out().line("%s is not up; there is nothing to take down".formatted(stack.stack()));
        }
    }

    private void sandboxed(StackHome stack, boolean json) {
        try (var session = sessions.open(stack, "down", Optional.empty())) {
            var engine = runs.engine(stack, session.target());
            var there = engine.exists();
            if (there) {
                engine.edit(state -> {
                    Leftovers.forgetPendingOperations(state);
                    Leftovers.unprotect(state);
                });
            }
            var run = there
                    ? Optional.of(runs.run(stack, session.target(), "down", json, Engine::destroy))
                    : Optional.<Runs.Run>empty();
            // Whatever the engine could not delete ends here: a sandboxed environment never outlives its down.
            session.sandbox().shutdown(Processes.STOP);
            stack.forget();
            session.ended();
            run.ifPresentOrElse(
                    ended -> conclusion.ofChange(ended, stack.stack() + " is down", gone(stack), json),
                    () -> nothingToDo(stack, json));
        }
    }

    private static String gone(StackHome stack) {
        return "the engine could not delete everything of %s in order; it was removed all the same"
                .formatted(stack.stack());
    }

    /** Protection is a decision that stands in the configuration, so it is taken back there and never by a command. */
    private static void requireUnprotected(StackHome stack, Engine engine) {
        var kept = Leftovers.protectedResources(engine.state());
        if (kept.isEmpty()) {
            return;
        }
        var name = stack.stack();
        var details = new ArrayList<>(kept.stream()
                .limit(NAMED_MAX)
                .map(resource -> "%s (%s)".formatted(resource.name(), resource.type()))
                .toList());
        if (kept.size() > NAMED_MAX) {
            details.add("and %d more".formatted(kept.size() - NAMED_MAX));
        }
        details.add("What they hold cannot be brought back. To give it up all the same:");
        details.add("1. in Pulumi.%s.yaml set plinth:keepsData: false, with the reason under plinth:accept"
                .formatted(name));
        details.add("2. plinth up %s, which lifts the protection".formatted(name));
        details.add("3. plinth down " + name);
        throw Failure.failed(
                "%s protects %d of its resources, so it is not taken down; nothing was changed"
                        .formatted(name, kept.size()),
                details.toArray(String[]::new));
    }

    private void real(StackHome stack, boolean yes, boolean json) {
        stack.create();
        var target = targets.real(stack, Optional.empty());
        if (!yes) {
            Confirmation.require(runs.console(), "down", stack.stack());
        }
        requireUnprotected(stack, runs.engine(stack, target));
        if (!yes) {
            var plan = runs.run(stack, target, "preview-down", json, Engine::previewDestroy);
            conclusion.ofPlan(plan, "plan of " + stack.stack(), "the plan failed", false);
            Confirmation.ask(runs.console(), "Delete all of this in %s, with its data?".formatted(stack.stack()));
        }
        var run = runs.run(stack, target, "down", json, Engine::destroy);
        conclusion.ofChange(run, stack.stack() + " is down", "down of %s failed".formatted(stack.stack()), json);
    }
}
