package dev.plinth.ops.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.ops.console.Colour;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.console.Screen;
import dev.plinth.ops.console.Table;
import dev.plinth.ops.engine.EngineEvent.Severity;
import dev.plinth.ops.engine.Outputs;
import dev.plinth.ops.engine.PolicyFinding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run has come to, for people and for programs. */
public record RunReport(String stack, boolean succeeded, Recording recording, Path log, Duration took) {
    /** Policies and remarks, whether the run succeeded or not. */
    public List<String> findings(Screen screen) {
        var lines = new ArrayList<>(new PolicyReport(screen).lines(recording.packs(), recording.findings(), succeeded));
        for (var remark : recording.remarks(succeeded)) {
            var colour = remark.severity() == Severity.ERROR ? Colour.RED : Colour.YELLOW;
            var severity = remark.severity().name().toLowerCase(Locale.ROOT);
            var text = remark.text().lines().toList();
            lines.add("%s: %s%s"
                    .formatted(
                            screen.paint(colour, severity),
                            remark.resource().urn().isEmpty()
                                            || remark.resource().isStack()
                                    ? ""
                                    : remark.resource().name() + ": ",
                            text.getFirst()));
            text.stream().skip(1).map(line -> ("  " + line).stripTrailing()).forEach(lines::add);
        }
        return lines;
    }

    /** The counts and the time: {@code 12 created, 3 unchanged (4.2s)}. */
    public String counts(boolean planned) {
        return "%s (%s)".formatted(Lines.counts(recording.changes(), planned), Lines.time(took));
    }

    /** The outputs, a row each; of a list a row for each element. */
    public static Table outputs(Outputs outputs) {
        var table = new Table();
        outputs.values().forEach((name, value) -> {
            if (value.isArray() && !value.isEmpty()) {
                table.row(name, text(value.get(0)));
                value.valueStream().skip(1).forEach(element -> table.row("", text(element)));
            } else {
                table.row(name, text(value));
            }
        });
        return table;
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : value.toString();
    }

    /** All of it as data. */
    public ObjectNode json() {
        var json = Json.object();
        json.put("stack", stack);
        json.put("succeeded", succeeded);
        var changes = json.putObject("changes");
        recording.changes().forEach(changes::put);
        var policies = json.putArray("policies");
        recording.findings().forEach(finding -> policies.add(json(finding)));
        var diagnostics = json.putArray("diagnostics");
        recording.remarks(succeeded).forEach(remark -> diagnostics.add(json(remark)));
        json.put("log", log.toString());
        return json;
    }

    private static JsonNode json(PolicyFinding finding) {
        return Json.object()
                .put("pack", finding.pack())
                .put("rule", finding.rule())
                .put("level", finding.level().name().toLowerCase(Locale.ROOT))
                .put("resource", finding.resource().name())
                .put("urn", finding.resource().urn())
                .put("message", finding.message());
    }

    private static JsonNode json(Remark remark) {
        return Json.object()
                .put("severity", remark.severity().name().toLowerCase(Locale.ROOT))
                .put("resource", remark.resource().name())
                .put("message", remark.text());
    }
}
