package dev.plinth.ops.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.ops.console.Colour;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.console.Screen;
import dev.plinth.ops.console.Table;
import java.time.Duration;
import java.util.Optional;

/** The measures for a person and for a program. */
record Report(String stack, Measures measures) {

    void print(Screen out) {
        var failures = measures.failures();
        var last =
                measures.window().first().plusWeeks(measures.window().weeks()).minusDays(1);
        out.line(out.paint(
                Colour.BOLD,
                "releases of %s, %s to %s".formatted(stack, measures.window().first(), last)));
        out.lines(new Table()
                .row(
                        "deployment frequency",
                        Words.aWeek(measures.deploymentsAWeek()),
                        Words.count(measures.deployments(), "deployment"))
                .row(
                        "lead time",
                        Words.time(measures.leadTime()),
                        "median of " + Words.count(measures.commits(), "commit"))
                .row(
                        "change failure rate",
                        Words.rate(measures.changeFailureRate()),
                        "%d of %s".formatted(measures.failed(), Words.count(measures.deployments(), "deployment")))
                .row(
                        "time to restore",
                        Words.time(measures.timeToRestore()),
                        "median of " + Words.count(failures.restored(), "failure")
                                + (failures.open() == 0 ? "" : ", %d go on".formatted(failures.open())))
                .lines());
    }

    ObjectNode json() {
        var data = Json.object()
                .put("stack", stack)
                .put("from", measures.window().first().toString())
                .put("deployments", measures.deployments())
                .put("failed", measures.failed())
                .put("deploymentsAWeek", measures.deploymentsAWeek())
                .put("commits", measures.commits())
                .put("restored", measures.failures().restored())
                .put("open", measures.failures().open());
        seconds(data, "leadTimeSeconds", measures.leadTime());
        seconds(data, "timeToRestoreSeconds", measures.timeToRestore());
        measures.changeFailureRate().ifPresent(rate -> data.put("changeFailureRate", rate));
        var weeks = data.putArray("weeks");
        measures.weeks()
                .forEach(week -> weeks.addObject()
                        .put("monday", week.monday().toString())
                        .put("deployments", week.deployments())
                        .put("failed", week.failed()));
        return data;
    }

    private static void seconds(ObjectNode data, String name, Optional<Duration> duration) {
        duration.ifPresent(time -> data.put(name, time.toSeconds()));
    }
}
