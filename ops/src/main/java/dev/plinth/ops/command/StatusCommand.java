package dev.plinth.ops.command;

import dev.plinth.ops.environment.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plinth status}. */
@Command(name = "status", description = "Tell what an environment is now: its addresses and its processes.")
public final class StatusCommand implements Runnable {
    private final Status status;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    public StatusCommand(Status status) {
        this.status = status;
    }

    @Override
    public void run() {
        status.run(selection.selection(), json.json());
    }
}
