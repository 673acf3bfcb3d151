package dev.plinth.ops.progress;

import dev.plinth.ops.console.Colour;
import dev.plinth.ops.console.Screen;
import dev.plinth.ops.engine.PolicyFinding;
import dev.plinth.ops.engine.PolicyFinding.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** What the policies say of a run, pack by pack. */
final class PolicyReport {
    private final Screen screen;

    PolicyReport(Screen screen) {
        this.screen = screen;
    }

    /**
     * A heading, then each pack with what it found; nothing when no pack took part. That a pack passed is said only of a run
     * that reached its end.
     */
    List<String> lines(Map<String, String> packs, List<PolicyFinding> findings, boolean complete) {
        var names = complete ? new TreeSet<>(packs.keySet()) : new TreeSet<String>();
        findings.forEach(finding -> names.add(finding.pack()));
        if (names.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add(screen.paint(Colour.BOLD, "policies"));
        for (var name : names) {
            var own = findings.stream()
                    .filter(finding -> finding.pack().equals(name))
                    .sorted((one, other) -> one.level().compareTo(other.level()))
                    .toList();
            var version = packs.containsKey(name) ? " " + packs.get(name) : "";
            lines.add("  " + name + version + (own.isEmpty() ? ": passed" : ""));
            own.forEach(finding -> lines.addAll(violation(finding)));
        }
        return lines;
    }

    private List<String> violation(PolicyFinding finding) {
        var lines = new ArrayList<String>();
        var colour = finding.level() == Level.MANDATORY ? Colour.RED : Colour.YELLOW;
        var resource = finding.resource().urn().isEmpty()
                ? "the stack"
                : finding.resource().name() + " (" + finding.resource().type() + ")";
        lines.add("    %s  %s  %s"
                .formatted(
                        screen.paint(colour, finding.level().name().toLowerCase(Locale.ROOT)),
                        finding.rule(),
                        resource));
        finding.message().lines().map(line -> "      " + line.stripTrailing()).forEach(lines::add);
        return lines;
    }
}
