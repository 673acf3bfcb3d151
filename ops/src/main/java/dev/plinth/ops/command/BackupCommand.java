package dev.plinth.ops.command;

import dev.plinth.ops.backup.BackupDesk;
import dev.plinth.ops.export.Exports;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plinth backup}. */
@Command(
        name = "backup",
        description = "Make backups and exports of an environment's data, list them, and have them checked.")
public final class BackupCommand implements Runnable {
    private final BackupDesk desk;
    private final Exports exports;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public BackupCommand(BackupDesk desk, Exports exports) {
        this.desk = desk;
        this.exports = exports;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "expected a command: now, list, verify, export, exports or verify-export");
    }

    @Command(
            name = "now",
            description = "Make a snapshot of the database and a recovery point in the vault, and wait for both.")
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

    @Command(
            name = "export",
            description = "Export every table as of one moment, and delete the exports that are not kept.",
            footer = "Kept are the newest good ones of 7 days, 5 weeks and 12 months.")
    void export(
            @Option(names = "--dry-run", description = "tell what would be done, and change nothing") boolean dryRun,
            @Mixin OrderOptions options) {
        exports.export(options.order(), dryRun);
    }

    @Command(name = "exports", description = "List the exports, the newest first.")
    void exports(@Mixin OrderOptions options) {
        exports.list(options.order());
    }

    @Command(name = "verify-export", description = "Restore an export into temporary tables, and compare.")
    void verifyExport(
            @Option(
                            names = "--export",
                            paramLabel = "ID",
                            description = "as plinth backup exports names it (default: the newest)")
                    Optional<String> id,
            @Mixin OrderOptions options) {
        exports.verify(options.order(), id);
    }

    /** The stack, who signs its database's certificate, and whether data is printed. */
    static final class OrderOptions {
        @Mixin
        private final SelectionOptions selection = new SelectionOptions();

        @Mixin
        private final JsonOption json = new JsonOption();

        @Mixin
        private final AuthorityOption authority = new AuthorityOption();

        Exports.Order order() {
            return new Exports.Order(selection.selection(), authority.authority(), json.json());
        }
    }
}
