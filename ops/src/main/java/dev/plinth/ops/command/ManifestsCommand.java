package dev.plinth.ops.command;

import dev.plinth.ops.manifests.ManifestExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plinth manifests}. */
@Command(
        name = "manifests",
        description = "Export the Kubernetes objects of the plan as manifests, one file each.",
        footer =
                "What is known only after `up` is a placeholder, a secret is [secret], and Helm's charts are only listed.")
public final class ManifestsCommand implements Runnable {
    private final ManifestExport export;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "the folder to write to, or - for the output (default: ${DEFAULT-VALUE})")
    private String output = ManifestExport.STANDARD_OUTPUT;

    public ManifestsCommand(ManifestExport export) {
        this.export = export;
    }

    @Override
    public void run() {
        export.run(selection.selection(), output);
    }
}
