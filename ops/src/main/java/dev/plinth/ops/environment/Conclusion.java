package dev.plinth.ops.environment;

import dev.plinth.ops.ExitCode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Colour;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.engine.EngineEvent.Severity;
import dev.plinth.ops.engine.Outputs;
import dev.plinth.ops.environment.Runs.Run;
import dev.plinth.ops.progress.RunReport;

/** The end of a run as it is told: findings first, then how it ended, then what came of it. */
final class Conclusion {
    private final Console console;

    Conclusion(Console console) {
        this.console = console;
    }

    /** Tells people what came of a run that changed something, or throws what makes the exit code. */
    void ofChange(Run run, String headline, String failure, boolean json) {
        tell(run, headline + ": " + run.report().counts(false), json);
        var outputs = run.ending().outputs().orElse(Outputs.none());
        if (json) {
            var data = run.report().json();
            outputs.values().forEach(data.putObject("outputs")::set);
            console.out().line(Json.print(data));
        } else if (!outputs.values().isEmpty()) {
            console.out().line(console.out().paint(Colour.BOLD, "outputs"));
            console.out().lines(RunReport.outputs(outputs).lines());
        }
        failIfItDid(run, failure);
    }

    /** Tells people what a plan would do. */
    void ofPlan(Run run, String headline, String failure, boolean json) {
        tell(run, headline + ": " + run.report().counts(true), json);
        if (json) {
            console.out().line(Json.print(run.report().json()));
        }
        failIfItDid(run, failure);
    }

    /** Tells nothing of a run that succeeded. */
    void requireSuccess(Run run, String failure) {
        if (!run.ending().succeeded()) {
            tell(run, failure, true);
        }
        failIfItDid(run, failure);
    }

    private void tell(Run run, String headline, boolean json) {
        var succeeded = run.ending().succeeded();
        var screen = succeeded ? console.narration(json) : console.err();
        screen.lines(run.report().findings(screen));
        if (succeeded) {
            screen.line(screen.paint(Colour.GREEN, headline));
        }
    }

    private void failIfItDid(Run run, String failure) {
        if (run.ending().succeeded()) {
            return;
        }
        var recording = run.report().recording();
        var violated = recording.violatesPolicy();
        var err = console.err();
        err.line("plinth: " + err.paint(Colour.RED, failure) + (violated ? ": a mandatory policy is violated" : ""));
        recording
                .failed()
                .forEach((resource, operation) ->
                        err.line("  %s %s (%s) failed".formatted(operation.doing(), resource.name(), resource.type())));
        var reasonTold =
                violated || recording.remarks(false).stream().anyMatch(remark -> remark.severity() == Severity.ERROR);
        if (!reasonTold) {
            run.ending().lastWords().lines().forEach(line -> err.line("  " + line));
        }
        err.line("  everything it said: " + run.report().log());
        throw Failure.reported(violated ? ExitCode.POLICY_VIOLATION : ExitCode.FAILED);
    }
}
