package dev.plinth.ops.command;

import dev.plinth.ops.report.Incidents;
import dev.plinth.ops.report.Reports;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plinth report}. */
@Command(
        name = "report",
        description = "Report how often releases are made, how long changes take, how many fail, and for how long.",
        footer = "Its sources are the records of plinth release and of plinth report incident.")
public final class ReportCommand implements Runnable {
    private final Reports reports;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(
            names = "--weeks",
            paramLabel = "NUMBER",
            defaultValue = "12",
            description = "how many weeks back, the present one included (default: ${DEFAULT-VALUE})")
    private int weeks;

    @Option(names = "--svg", paramLabel = "FILE", description = "write a picture too")
    private Optional<Path> picture = Optional.empty();

    public ReportCommand(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void run() {
        reports.report(selection.selection(), new Reports.Form(weeks, json.json(), picture));
    }

    /** The command with those below it. */
    public static CommandLine of(Reports reports) {
        return new CommandLine(new ReportCommand(reports)).addSubcommand(new IncidentCommand(new Incidents(reports)));
    }
}
