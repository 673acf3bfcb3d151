package dev.plinth.policy.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.Finding;
import dev.plinth.policy.Finding.Kind;
import dev.plinth.policy.Severity;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;

/** SARIF 2.1.0: a run for each pack, a rule for each of its rules, a result for each finding. */
final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private SarifReport() {}

    static String write(Report report) {
        ObjectNode log = Json.object();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        var runs = log.putArray("runs");
        report.packs().forEach(pack -> runs.add(run(report, pack)));
        return Json.print(log);
    }

    private static ObjectNode run(Report report, PackReport pack) {
        ObjectNode run = Json.object();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", pack.pack().name());
        driver.put("version", pack.pack().version());
        driver.putObject("shortDescription").put("text", pack.pack().description());
        var rules = driver.putArray("rules");
        List<RuleResult> results = pack.results();
        results.forEach(result -> rules.add(SarifRule.of(result)));
        // A stack's results replace those of the same stack, and no others.
        run.putObject("automationDetails")
                .put(
                        "id",
                        "%s/%s/"
                                .formatted(
                                        pack.pack().name(),
                                        report.plan().origin().stack()));
        run.put("columnKind", "utf16CodeUnits");
        run.putArray("invocations").addObject().put("executionSuccessful", true);
        var findings = run.putArray("results");
        var ordinals = new HashMap<String, Integer>();
        for (Finding finding : pack.findings()) {
            String thread = finding.rule().id() + " " + finding.urn();
            ObjectNode result = result(report, finding);
            result.put("ruleIndex", index(results, finding));
            // Without the statement, whose numbers change while the problem stays the same.
            result.putObject("partialFingerprints")
                    .put("ruleAndResource/v1", "%s %d".formatted(thread, ordinals.merge(thread, 1, Integer::sum)));
            findings.add(result);
        }
        return run;
    }

    private static int index(List<RuleResult> results, Finding finding) {
        return results.stream()
                .map(result -> result.rule().id())
                .toList()
                .indexOf(finding.rule().id());
    }

    private static ObjectNode result(Report report, Finding finding) {
        ObjectNode result = Json.object();
        result.put("ruleId", finding.rule().id());
        boolean open = finding.kind() == Kind.UNDECIDED;
        result.put("kind", open ? "open" : "fail");
        result.put(
                "level", open ? "none" : level(finding.level(), finding.rule().severity()));
        result.putObject("message").put("text", finding.message());
        ObjectNode location = result.putArray("locations").addObject();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(report.file()));
        report.plan()
                .line(finding.urn())
                .ifPresent(line -> physical.putObject("region").put("startLine", line));
        location.putArray("logicalLocations")
                .addObject()
                .put("name", Urns.name(finding.urn()))
                .put("fullyQualifiedName", finding.urn())
                .put("kind", "resource");
        return result;
    }

    /** A path as a reference: relative ones stay so, as code scanning looks them up in the repository. */
    private static String uri(String file) {
        try {
            String path = file.replace(File.separatorChar, '/');
            return new URI(path.startsWith("/") ? "file" : null, null, path, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What stops a deployment is an error; of the rest, the severity decides. */
    static String level(EnforcementLevel level, Severity severity) {
        return switch (level) {
            case MANDATORY, REMEDIATE -> "error";
            case DISABLED -> "none";
            case ADVISORY ->
                switch (severity) {
                    case CRITICAL, HIGH -> "warning";
                    case MEDIUM, LOW -> "note";
                };
        };
    }
}
