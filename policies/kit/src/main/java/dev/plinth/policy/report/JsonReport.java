package dev.plinth.policy.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.policy.Control;
import dev.plinth.policy.Exempted;
import dev.plinth.policy.Finding;
import java.util.Locale;

/** For programs. Its names are kept from version to version; new ones may come. */
final class JsonReport {
    private JsonReport() {}

    static String write(Report report) {
        ObjectNode root = Json.object();
        root.put("file", report.file());
        root.put("project", report.plan().origin().project());
        root.put("stack", report.plan().origin().stack());
        root.put("resources", report.plan().resources().size());
        root.put("passed", !report.stopsDeployment());
        var packs = root.putArray("packs");
        report.packs().forEach(pack -> packs.add(pack(pack)));
        return Json.print(root);
    }

    private static ObjectNode pack(PackReport report) {
        ObjectNode pack = Json.object();
        pack.put("name", report.pack().name());
        pack.put("version", report.pack().version());
        var rules = pack.putArray("rules");
        report.results().forEach(result -> rules.add(rule(result)));
        var findings = pack.putArray("findings");
        report.findings().forEach(finding -> findings.add(finding(finding)));
        var exempted = pack.putArray("exempted");
        report.exempted().forEach(kept -> exempted.add(exempted(kept)));
        return pack;
    }

    private static ObjectNode rule(RuleResult result) {
        ObjectNode rule = Json.object();
        rule.put("id", result.rule().id());
        rule.put("level", name(result.level()));
        rule.put("outcome", name(result.outcome()));
        if (!result.reason().isEmpty()) {
            rule.put("reason", result.reason());
        }
        return rule;
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode json = Json.object();
        json.put("rule", finding.rule().id());
        json.put("kind", name(finding.kind()));
        json.put("level", name(finding.level()));
        json.put("severity", name(finding.rule().severity()));
        json.put("urn", finding.urn());
        json.put("type", Urns.type(finding.urn()));
        json.put("resource", Urns.name(finding.urn()));
        json.put("title", finding.rule().title());
        json.put("statement", finding.statement());
        json.put("cure", finding.rule().explanation().cure());
        var controls = json.putArray("controls");
        finding.rule().explanation().controls().stream().map(Control::toString).forEach(controls::add);
        return json;
    }

    private static ObjectNode exempted(Exempted kept) {
        ObjectNode json = finding(kept.finding());
        json.putObject("exemption")
                .put("resource", kept.exemption().resource())
                .put("reason", kept.exemption().reason())
                .put("owner", kept.exemption().owner())
                .put("expires", kept.exemption().expires().toString());
        return json;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
