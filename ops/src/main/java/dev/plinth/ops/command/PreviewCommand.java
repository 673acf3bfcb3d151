package dev.plinth.ops.command;

import dev.plinth.ops.environment.Preview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plinth preview}. */
@Command(name = "preview", description = "Tell what `up` would do, pass the plan through every policy, change nothing.")
public final class PreviewCommand implements Runnable {
    private final Preview preview;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final ReleaseOption release = new ReleaseOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    public PreviewCommand(Preview preview) {
        this.preview = preview;
    }

    @Override
    public void run() {
        preview.run(selection.selection(), release.request(), json.json());
    }
}
