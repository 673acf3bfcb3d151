package dev.plinth.ops.command;

import dev.plinth.ops.report.Incidents;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plinth report incident}. */
@Command(name = "incident", description = "Write down when users were served badly, and when that was over.")
final class IncidentCommand implements Runnable {
    private final Incidents incidents;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    IncidentCommand(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command: open, close or list");
    }

    @Command(name = "open", description = "An incident has begun.")
    void open(
            @Parameters(paramLabel = "TITLE", description = "what users see of it") String title,
            @Option(names = "--release", paramLabel = "ID", description = "the release that caused it")
                    Optional<String> release,
            @Mixin TimeOption time,
            @Mixin StackOptions stack) {
        incidents.open(stack.selection(), title, release, time.time);
    }

    @Command(name = "close", description = "An incident is over.")
    void close(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "ID",
                            description = "as plinth report incident list names it (default: the only open one)")
                    Optional<String> id,
            @Mixin TimeOption time,
            @Mixin StackOptions stack) {
        incidents.close(stack.selection(), id, time.time);
    }

    @Command(name = "list", description = "List the incidents, the newest first.")
    void list(@Mixin StackOptions stack, @Mixin JsonOption json) {
        incidents.list(stack.selection(), json.json());
    }

    /** When it was. */
    static final class TimeOption {
        @Option(
                names = "--at",
                paramLabel = "TIME",
                description = "when it was, such as 2026-11-21T12:00:00Z (default: now)")
        private Optional<Instant> time = Optional.empty();
    }
}
