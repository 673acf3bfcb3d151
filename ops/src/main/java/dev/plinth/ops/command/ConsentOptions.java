package dev.plinth.ops.command;

import dev.plinth.ops.environment.Consent;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a person says beforehand about a change that is not taken back easily. */
final class ConsentOptions {
    @Option(names = "--yes", description = "change a real stack without asking")
    private boolean yes;

    @Option(names = "--dry-run", description = "tell what would be done, and change nothing")
    private boolean dryRun;

    @Option(
            names = "--confirm",
            paramLabel = "STACK",
            description = "the stack's name once more, which production asks for where there is no terminal")
    private Optional<String> confirmed = Optional.empty();

    Consent consent() {
        return new Consent(yes, dryRun, confirmed);
    }
}
