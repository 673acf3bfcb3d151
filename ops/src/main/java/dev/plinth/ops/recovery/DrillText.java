package dev.plinth.ops.recovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The evidence of a drill for people, in Markdown. */
final class DrillText {
    private final DrillReport report;

    DrillText(DrillReport report) {
        this.report = report;
    }

    String markdown() {
        var head = report.head();
        var lines = new ArrayList<String>();
        lines.add("# Restore drill %s: %s".formatted(head.id(), report.passed() ? "passed" : "FAILED"));
        lines.add("");
        lines.add("`%s` of stack `%s`, restored as of %s; ended %s."
                .formatted(head.source(), head.stack(), head.asked(), head.ended()));
        lines.add("");
        lines.addAll(measures());
        lines.add("");
        lines.addAll(assertions());
        lines.addAll(list("Trouble", report.trouble()));
        lines.addAll(list("AWS Backup's own tests of restores", report.validations()));
        return String.join("\n", lines) + "\n";
    }

    private List<String> measures() {
        var lines = new ArrayList<>(List.of("| | measured | at most | |", "|---|---|---|---|"));
        report.measured()
                .ifPresentOrElse(
                        found -> {
                            lines.add(measure(
                                    "RTO: gone for",
                                    found.rto(),
                                    report.objectives().rto()));
                            lines.add(measure(
                                    "RPO: lost",
                                    found.rpo(),
                                    report.objectives().rpo()));
                        },
                        () -> lines.add("| nothing was measured | | | |"));
        return lines;
    }

    private static String measure(String name, Duration found, Duration most) {
        return "| %s | %s | %s | %s |"
                .formatted(name, told(found), told(most), found.compareTo(most) <= 0 ? "kept" : "MISSED");
    }

    private List<String> assertions() {
        var lines = new ArrayList<>(List.of("| assertion | | found |", "|---|---|---|"));
        report.verdicts()
                .forEach(verdict -> lines.add("| %s | %s | %s |"
                        .formatted(
                                verdict.name(),
                                verdict.judgement().outcome().name().toLowerCase(Locale.ROOT),
                                verdict.judgement()
                                        .detail()
                                        .replaceAll("\\s+", " ")
                                        .replace("|", "\\|"))));
        return lines;
    }

    private static List<String> list(String title, List<String> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<>(List.of("", "## " + title, ""));
        entries.forEach(entry -> lines.add("- " + entry));
        return lines;
    }

    /** As 1h 2m 3.4s. */
    static String told(Duration duration) {
        var text = new StringBuilder();
        if (duration.toHours() > 0) {
            text.append(duration.toHours()).append("h ");
        }
        if (duration.toMinutes() > 0) {
            text.append(duration.toMinutesPart()).append("m ");
        }
        return text + "%.1fs".formatted(duration.toSecondsPart() + duration.toMillisPart() / 1000.0);
    }
}
