package dev.plinth.policy.report;

import dev.plinth.policy.Finding;
import dev.plinth.policy.Finding.Kind;
import dev.plinth.policy.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For people. */
final class TextReport {
    private TextReport() {}

    static String write(Report report) {
        var lines = new ArrayList<String>();
        Plan plan = report.plan();
        lines.add("%s: %s of %s, stack %s"
                .formatted(
                        report.file(),
                        counted(plan.resources().size(), "resource"),
                        plan.origin().project(),
                        plan.origin().stack()));
        for (PackReport pack : report.packs()) {
            lines.add("");
            lines.add("%s %s: %s".formatted(pack.pack().name(), pack.pack().version(), counts(pack)));
            byRule(pack).values().forEach(findings -> lines.addAll(lines(findings)));
            pack.exempted()
                    .forEach(kept -> lines.add("  exempt  %s  %s; %s"
                            .formatted(
                                    kept.finding().rule().id(),
                                    kept.finding().statement(),
                                    kept.exemption().told())));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String counts(PackReport pack) {
        long violations = pack.findings().stream()
                .filter(finding -> finding.kind() != Kind.UNDECIDED)
                .count();
        return Stream.of(
                        counted(violations, "violation"),
                        counted(pack.count(Outcome.KEPT), "rule") + " kept",
                        some(pack.count(Outcome.UNDECIDED), "undecided"),
                        some(pack.count(Outcome.EXEMPT), "exempt"),
                        some(pack.count(Outcome.NOT_APPLICABLE), "not applicable"),
                        some(pack.count(Outcome.DISABLED), "disabled"))
                .filter(count -> !count.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String counted(long count, String noun) {
        return "%d %s%s".formatted(count, noun, count == 1 ? "" : "s");
    }

    private static String some(int count, String what) {
        return count == 0 ? "" : count + " " + what;
    }

    /** What a rule says in the same way of several resources is told once, with a line for each of them. */
    private static Map<String, List<Finding>> byRule(PackReport pack) {
        return pack.findings().stream()
                .collect(Collectors.groupingBy(
                        finding -> "%s %s %s"
                                .formatted(
                                        finding.level(),
                                        finding.kind(),
                                        finding.rule().id()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static List<String> lines(List<Finding> findings) {
        var lines = new ArrayList<String>();
        Finding first = findings.getFirst();
        lines.add("  %s  %s  (severity %s)"
                .formatted(
                        first.kind() == Kind.UNDECIDED ? "undecided" : name(first.level()),
                        first.rule().id(),
                        name(first.rule().severity())));
        lines.add("    " + first.headline());
        findings.forEach(finding -> lines.add(
                "      %s  [%s]".formatted(finding.statement().replace("\n", "\n      "), Urns.type(finding.urn()))));
        lines.add("    " + first.advice());
        return lines;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
