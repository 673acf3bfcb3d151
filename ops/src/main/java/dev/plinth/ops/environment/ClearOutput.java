package dev.plinth.ops.environment;

import dev.plinth.ops.Failure;
import dev.plinth.ops.engine.Engine;
import dev.plinth.ops.engine.Outputs;
import dev.plinth.ops.house.House;
import dev.plinth.ops.house.StackHome;
import java.util.Optional;

/** Prints one output of an environment as it is, a secret in clear text: for scripts, and for who needs the secret. */
public final class ClearOutput {
    private final House house;
    private final Targets targets;
    private final Runs runs;

    public ClearOutput(House house, Targets targets, Runs runs) {
        this.house = house;
        this.targets = targets;
        this.runs = runs;
    }

    /** Prints nothing but the value. */
    public void run(Selection selection, String name) {
        StackHome stack = house.stack(selection.stack());
        if (selection.sandboxed() && !stack.exists()) {
            throw Failure.failed(
                    "%s is not up".formatted(stack.stack()), "bring it up with: plinth up " + stack.stack());
        }
        Engine engine = runs.engine(
                stack,
                selection.sandboxed()
                        ? targets.sandboxed(stack, Optional.empty())
                        : targets.real(stack, Optional.empty()));
        Outputs outputs = engine.outputs().orElse(Outputs.none());
        if (!outputs.values().containsKey(name)) {
            throw Failure.failed(
                    "%s has no output '%s'".formatted(stack.stack(), name),
                    "known are: " + String.join(", ", outputs.values().keySet()));
        }
        runs.console().out().line(engine.clearOutput(name));
    }
}
