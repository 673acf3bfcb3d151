package dev.plinth.ops.command;

import dev.plinth.ops.rotation.RotationDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plinth rotate}. */
@Command(name = "rotate", description = "Give a secret a new value, and prove that the old one is refused.")
public final class RotateCommand implements Runnable {
    private final RotationDesk desk;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public RotateCommand(RotationDesk desk) {
        this.desk = desk;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a secret: database-owner, database-app or cache");
    }

    @Command(name = "database-owner", description = "Change the password of the database's owner, for migrations.")
    void databaseOwner(@Mixin SelectionOptions selection, @Mixin ConsentOptions consent, @Mixin JsonOption json) {
        desk.databaseOwner(selection.selection(), consent.consent(), json.json());
    }

    @Command(
            name = "database-app",
            description = "Change the password of the app's role in the database, and restart the pods.")
    void databaseApp(@Mixin SelectionOptions selection, @Mixin ConsentOptions consent, @Mixin JsonOption json) {
        desk.databaseApp(selection.selection(), consent.consent(), json.json());
    }

    @Command(name = "cache", description = "Change the token of the cache, and restart the pods.")
    void cache(@Mixin SelectionOptions selection, @Mixin ConsentOptions consent, @Mixin JsonOption json) {
        desk.cache(selection.selection(), consent.consent(), json.json());
    }
}
