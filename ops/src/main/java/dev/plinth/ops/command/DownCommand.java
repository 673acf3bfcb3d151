package dev.plinth.ops.command;

import dev.plinth.ops.environment.Down;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plinth down}. */
@Command(
        name = "down",
        description =
                "Take an environment away: its resources and, on this machine, every process and file but its logs.",
        footer = "A real stack shows what would be deleted and asks first, unless --yes is given.")
public final class DownCommand implements Runnable {
    private final Down down;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--yes", description = "delete a real stack without asking")
    private boolean yes;

    public DownCommand(Down down) {
        this.down = down;
    }

    @Override
    public void run() {
        down.run(selection.selection(), yes, json.json());
    }
}
