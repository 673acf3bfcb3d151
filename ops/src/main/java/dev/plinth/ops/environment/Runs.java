package dev.plinth.ops.environment;

import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Screen;
import dev.plinth.ops.engine.Cli;
import dev.plinth.ops.engine.Engine;
import dev.plinth.ops.engine.Engine.Ending;
import dev.plinth.ops.engine.Target;
import dev.plinth.ops.house.StackHome;
import dev.plinth.ops.progress.Progress;
import dev.plinth.ops.progress.Recording;
import dev.plinth.ops.progress.RunReport;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

/** Engine operations with everything around them: progress while they run, a log file, a report in the end. */
public final class Runs {
    private static final DateTimeFormatter LOG_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss").withZone(ZoneOffset.UTC);

    private final Cli cli;
    private final Console console;
    private final InstantSource clock;

    public Runs(Cli cli, Console console, InstantSource clock) {
        this.cli = cli;
        this.console = console;
        this.clock = clock;
    }

    /** A run that is over. */
    record Run(Ending ending, RunReport report) {}

    /** Runs an operation and shows it; where data is printed to the output, the progress goes elsewhere. */
    Run run(StackHome stack, Target target, String name, boolean json, Function<Engine, Ending> operation) {
        return run(stack, target, name, screen(json), operation);
    }

    /** Runs an operation of which nothing is shown while it lasts. */
    Run quietly(StackHome stack, Target target, String name, Function<Engine, Ending> operation) {
        return run(stack, target, name, Screen.plain(new PrintWriter(Writer.nullWriter())), operation);
    }

    private Run run(StackHome stack, Target target, String name, Screen screen, Function<Engine, Ending> operation) {
        stack.pruneLogs();
        var recording = new Recording();
        var log = stack.logs().resolve("%s-%s.log".formatted(LOG_TIME.format(clock.instant()), name));
        try (var progress = Progress.on(screen, clock)) {
            var operating = new Cli.Operating(
                    event -> {
                        recording.accept(event);
                        progress.accept(event);
                    },
                    stack.events(),
                    log);
            var ending = operation.apply(new Engine(target, cli, operating));
            return new Run(
                    ending, new RunReport(stack.stack(), ending.succeeded(), recording, log, progress.elapsed()));
        }
    }

    /** An engine for questions and edits, which have neither events nor a log. */
    Engine engine(StackHome stack, Target target) {
        var unused = new Cli.Operating(event -> {}, stack.events(), stack.logs().resolve("none.log"));
        return new Engine(target, cli, unused);
    }

    Screen screen(boolean json) {
        return console.narration(json);
    }

    Console console() {
        return console;
    }
}
