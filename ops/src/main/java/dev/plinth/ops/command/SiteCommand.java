package dev.plinth.ops.command;

import dev.plinth.ops.site.Site;
import dev.plinth.ops.site.Site.Order;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plinth site}. */
@Command(name = "site", description = "Publish the static site, list its releases, go back to an earlier one.")
public final class SiteCommand implements Runnable {
    private final Site site;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public SiteCommand(Site site) {
        this.site = site;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command: publish, list or rollback");
    }

    @Command(
            name = "publish",
            description = "Put a built site into the bucket as a release that never changes, and make it live.",
            footer = "An upload that was interrupted goes on when the same folder is published again.")
    void publish(
            @Parameters(paramLabel = "FOLDER", description = "the built site, with an index.html") Path folder,
            @Option(
                            names = "--version",
                            paramLabel = "NAME",
                            description = "the release's name (default: a checksum of the files)")
                    Optional<String> version,
            @Mixin OrderOptions options) {
        site.publish(folder, version, options.order());
    }

    @Command(name = "list", description = "List the releases in the bucket, the newest first; * marks the live one.")
    void list(@Mixin StackOptions stack, @Mixin JsonOption json) {
        site.list(stack.selection(), json.json());
    }

    @Command(name = "rollback", description = "Make another release live: the one before, or the one that is named.")
    void rollback(
            @Parameters(arity = "0..1", paramLabel = "VERSION", description = "as plinth site list names it")
                    Optional<String> version,
            @Mixin OrderOptions options) {
        site.rollBack(version, options.order());
    }

    /** The stack, what was said beforehand, and whether data is printed. */
    static final class OrderOptions {
        @Mixin
        private final StackOptions stack = new StackOptions();

        @Mixin
        private final ConsentOptions consent = new ConsentOptions();

        @Mixin
        private final JsonOption json = new JsonOption();

        Order order() {
            return new Order(stack.selection(), consent.consent(), json.json());
        }
    }
}
