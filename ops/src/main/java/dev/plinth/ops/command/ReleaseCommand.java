package dev.plinth.ops.command;

import dev.plinth.ops.release.Asked;
import dev.plinth.ops.release.ReleaseDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plinth release}. */
@Command(name = "release", description = "Release a new version of the API, watch it, and take it back.")
public final class ReleaseCommand implements Runnable {
    private static final String NO_MESSAGE = "no message";

    private final ReleaseDesk desk;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public ReleaseCommand(ReleaseDesk desk) {
        this.desk = desk;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "expected a command: start, status, promote, abort, rollback, history, lock or unlock");
    }

    @Command(
            name = "start",
            description =
                    "Release what the checkout has built: in steps, each watched, and back by itself when one fails.")
    void start(
            @Mixin SelectionOptions selection,
            @Option(
                            names = {"-m", "--message"},
                            paramLabel = "TEXT",
                            description = "what is released, and why")
                    @Nullable
                    String message,
            @Mixin TermsOptions terms,
            @Mixin ConsentOptions consent,
            @Mixin JsonOption json) {
        var selected = selection.selection();
        var asked = new Asked(message == null ? NO_MESSAGE : message, terms.terms(selected));
        desk.start(selected, asked, consent.consent(), json.json());
    }

    @Command(name = "status", description = "Tell how the last release stands, and what to do.")
    void status(@Mixin SelectionOptions selection, @Mixin JsonOption json) {
        desk.status(selection.selection(), json.json());
    }

    @Command(
            name = "promote",
            description = "End the waiting of the release under way; go on with one whose plinth has died.")
    void promote(
            @Mixin SelectionOptions selection,
            @Mixin TermsOptions terms,
            @Mixin ConsentOptions consent,
            @Mixin JsonOption json) {
        var selected = selection.selection();
        desk.promote(selected, new Asked(NO_MESSAGE, terms.terms(selected)), consent.consent(), json.json());
    }

    @Command(name = "abort", description = "Lead every request back to the old version, and end the release under way.")
    void abort(
            @Mixin SelectionOptions selection,
            @Mixin TermsOptions terms,
            @Mixin ConsentOptions consent,
            @Mixin JsonOption json) {
        var selected = selection.selection();
        desk.abort(selected, new Asked(NO_MESSAGE, terms.terms(selected)), consent.consent(), json.json());
    }

    @Command(name = "rollback", description = "Take the last release back: the version before is still warm.")
    void rollback(@Mixin SelectionOptions selection, @Mixin ConsentOptions consent, @Mixin JsonOption json) {
        desk.rollback(selection.selection(), consent.consent(), json.json());
    }

    @Command(name = "history", description = "List the last releases, the newest first.")
    void history(
            @Mixin SelectionOptions selection,
            @Option(
                            names = "--last",
                            paramLabel = "COUNT",
                            defaultValue = "20",
                            description = "how many (default: ${DEFAULT-VALUE})")
                    int most,
            @Mixin JsonOption json) {
        desk.history(selection.selection(), most, json.json());
    }

    @Command(name = "lock", description = "Keep everybody from releasing.")
    void lock(
            @Mixin SelectionOptions selection,
            @Option(
                            names = {"-m", "--message"},
                            required = true,
                            paramLabel = "TEXT",
                            description = "why, and until when")
                    String message) {
        desk.lock(selection.selection(), message);
    }

    @Command(name = "unlock", description = "Let everybody release again.")
    void unlock(@Mixin SelectionOptions selection) {
        desk.unlock(selection.selection());
    }
}
