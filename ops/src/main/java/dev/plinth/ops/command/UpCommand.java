package dev.plinth.ops.command;

import dev.plinth.ops.environment.Up;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plinth up}. */
@Command(
        name = "up",
        description = "Bring an environment to what the program and its configuration say.",
        footer = "A real stack shows its plan and asks first, unless --yes is given.")
public final class UpCommand implements Runnable {
    private final Up up;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final ReleaseOption release = new ReleaseOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--yes", description = "change a real stack without asking")
    private boolean yes;

    public UpCommand(Up up) {
        this.up = up;
    }

    @Override
    public void run() {
        up.run(selection.selection(), release.request(), yes, json.json());
    }
}
