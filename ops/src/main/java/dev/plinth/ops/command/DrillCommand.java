package dev.plinth.ops.command;

import dev.plinth.ops.recovery.Drill;
import dev.plinth.ops.recovery.Drill.Wish;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plinth drill}. */
@Command(
        name = "drill",
        description = "Prove that an environment's database can be restored, and how fast.",
        footer = {
            "Restores into a server of its own, asks it what the assertions say, and takes it away again.",
            "Fails when an assertion does, or when it took longer or lost more than is promised."
        })
public final class DrillCommand implements Runnable {
    private final Drill drill;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final ConsentOptions consent = new ConsentOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description =
                    "restore to this second or to the latest, in place of now; then nothing is compared with the source")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--assertions",
            paramLabel = "FILE",
            description = "what to assert, in place of what comes with this command")
    private Optional<Path> assertions = Optional.empty();

    @Option(names = "--rto", paramLabel = "DURATION", description = "how long it may take at most, such as PT4H")
    private Optional<Duration> rto = Optional.empty();

    @Option(names = "--rpo", paramLabel = "DURATION", description = "how much may be lost at most, such as PT1H")
    private Optional<Duration> rpo = Optional.empty();

    @Mixin
    private final AuthorityOption authority = new AuthorityOption();

    public DrillCommand(Drill drill) {
        this.drill = drill;
    }

    @Override
    public void run() {
        var wish = new Wish(selection.selection(), to, assertions, rto, rpo, authority.authority());
        drill.run(wish, consent.consent(), json.json());
    }
}
