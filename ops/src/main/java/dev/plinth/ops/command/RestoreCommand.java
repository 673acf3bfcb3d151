package dev.plinth.ops.command;

import dev.plinth.ops.recovery.Restore;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plinth restore}. */
@Command(
        name = "restore",
        description = "Make a copy of an environment's database as it was at a time, beside the environment.",
        footer =
                "The environment itself is left as it is. A copy is a stack of its own; it costs until it is taken away.")
public final class RestoreCommand implements Runnable {
    private final Restore restore;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final ConsentOptions consent = new ConsentOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ArgGroup
    private Work work = new Work();

    public RestoreCommand(Restore restore) {
        this.restore = restore;
    }

    @Override
    public void run() {
        if (work.to.isPresent()) {
            restore.run(selection.selection(), work.to.get(), consent.consent(), json.json());
        } else if (work.remove.isPresent()) {
            restore.remove(work.remove.get(), consent.consent());
        } else {
            restore.password(work.password.orElseThrow(() -> new ParameterException(
                    spec.commandLine(), "expected what to do: --to TIME, --remove NAME or --password NAME")));
        }
    }

    /** One of these. */
    private static final class Work {
        @Option(
                names = "--to",
                paramLabel = "TIME",
                description = "restore to this second, such as 2026-11-21T12:00:00Z, or to the latest")
        private Optional<String> to = Optional.empty();

        @Option(names = "--remove", paramLabel = "NAME", description = "take the copy of this name away, with its data")
        private Optional<String> remove = Optional.empty();

        @Option(names = "--password", paramLabel = "NAME", description = "print the password of this copy's owner")
        private Optional<String> password = Optional.empty();
    }
}
