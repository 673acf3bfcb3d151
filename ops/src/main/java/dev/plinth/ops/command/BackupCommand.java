package dev.plinth.ops.command;

import dev.plinth.ops.backup.BackupDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plinth backup}. */
@Command(name = "backup", description = "Make a backup of an environment's data, list all, or have them checked.")
public final class BackupCommand implements Runnable {
    private final BackupDesk desk;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public BackupCommand(BackupDesk desk) {
        this.desk = desk;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command: now, list or verify");
    }

    @Command(name = "now", description = "Make a snapshot of the database, and wait until it is of use.")
    void now(@Mixin SelectionOptions selection, @Mixin JsonOption json) {
        desk.now(selection.selection(), json.json());
    }

    @Command(name = "list", description = "List snapshots and recovery points, with those in the recovery region.")
    void list(@Mixin SelectionOptions selection, @Mixin JsonOption json) {
        desk.list(selection.selection(), json.json());
    }

    @Command(
            name = "verify",
            description =
                    "Check that the newest backup is younger than a day, that the database can be restored to the last hour,"
                            + " that all is encrypted, and that there are copies in the recovery region.")
    void verify(@Mixin SelectionOptions selection, @Mixin JsonOption json) {
        desk.verify(selection.selection(), json.json());
    }
}
