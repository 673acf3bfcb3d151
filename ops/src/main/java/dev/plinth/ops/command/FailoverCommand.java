package dev.plinth.ops.command;

import dev.plinth.ops.failover.FailoverDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plinth failover}. */
@Command(name = "failover", description = "Move a data store to another server, and tell how long nobody could write.")
public final class FailoverCommand implements Runnable {
    private final FailoverDesk desk;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public FailoverCommand(FailoverDesk desk) {
        this.desk = desk;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a data store: database or cache");
    }

    @Command(
            name = "database",
            description =
                    "Restart the database on its standby in another zone; without one, promote a replica and lead the"
                            + " proxy to it.")
    void database(@Mixin SelectionOptions selection, @Mixin ConsentOptions consent, @Mixin JsonOption json) {
        desk.database(selection.selection(), consent.consent(), json.json());
    }

    @Command(name = "cache", description = "Let the cache's primary fail, so that a replica takes over.")
    void cache(@Mixin SelectionOptions selection, @Mixin ConsentOptions consent, @Mixin JsonOption json) {
        desk.cache(selection.selection(), consent.consent(), json.json());
    }
}
