package dev.plinth.policy.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.policy.Control;
import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.Explanation;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.stream.Collectors;

/** A rule as SARIF describes it to those who look at its results. */
final class SarifRule {
    private SarifRule() {}

    static ObjectNode of(RuleResult result) {
        RuleInfo info = result.rule();
        ObjectNode rule = Json.object();
        rule.put("id", info.id());
        rule.putObject("shortDescription").put("text", info.title());
        rule.putObject("fullDescription").put("text", full(info));
        rule.putObject("help").put("text", text(info.explanation())).put("markdown", markdown(info.explanation()));
        rule.putObject("defaultConfiguration")
                .put("enabled", result.level() != EnforcementLevel.DISABLED)
                .put("level", SarifReport.level(result.level(), info.severity()));
        ObjectNode properties = rule.putObject("properties");
        var tags = properties.putArray("tags");
        info.explanation().controls().stream().map(Control::toString).forEach(tags::add);
        properties.put("security-severity", score(info.severity()));
        return rule;
    }

    private static String full(RuleInfo info) {
        String why = info.explanation().why();
        return why.isEmpty() ? info.title() : why;
    }

    private static String text(Explanation explanation) {
        return "Cure: " + explanation.cure() + ".";
    }

    private static String markdown(Explanation explanation) {
        String controls = explanation.controls().stream()
                .map(control ->
                        "[%s](%s)".formatted(control, control.framework().reference()))
                .collect(Collectors.joining(", "));
        return "%s\n\n**Cure:** %s.%s"
                .formatted(
                        explanation.why(),
                        explanation.cure(),
                        controls.isEmpty() ? "" : "\n\n**Controls:** " + controls);
    }

    /** The middle of the range by which code scanning sorts: CVSS's low, medium, high and critical. */
    private static String score(Severity severity) {
        return switch (severity) {
            case LOW -> "2.0";
            case MEDIUM -> "5.5";
            case HIGH -> "8.0";
            case CRITICAL -> "9.5";
        };
    }
}
