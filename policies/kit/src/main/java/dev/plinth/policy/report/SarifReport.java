package dev.plinth.policy.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.Exempted;
import dev.plinth.policy.Finding;
import dev.plinth.policy.Finding.Kind;
import dev.plinth.policy.Severity;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;

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
        pack.results().forEach(result -> rules.add(SarifRule.of(result)));
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
        var all = run.putArray("results");
        var fingerprints = new Fingerprints();
        for (Finding finding : pack.findings()) {
            all.add(result(report, pack, finding, fingerprints));
        }
        for (Exempted kept : pack.exempted()) {
            ObjectNode result = result(report, pack, kept.finding(), fingerprints);
            result.putArray("suppressions")
                    .addObject()
                    .put("kind", "external")
                    .put("status", "accepted")
                    .put("justification", kept.exemption().told());
            all.add(result);
        }
        return run;
    }

    private static int index(PackReport pack, Finding finding) {
        return pack.results().stream()
                .map(result -> result.rule().id())
                .toList()
                .indexOf(finding.rule().id());
    }

    private static ObjectNode result(Report report, PackReport pack, Finding finding, Fingerprints fingerprints) {
        ObjectNode result = Json.object();
        result.put("ruleId", finding.rule().id());
        result.put("ruleIndex", index(pack, finding));
        boolean open = finding.kind() == Kind.UNDECIDED;
        result.put("kind", open ? "open" : "fail");
        result.put(
                "level", open ? "none" : level(finding.level(), finding.rule().severity()));
        result.putObject("message").put("text", finding.message());
        result.putArray("locations").add(location(report, finding.urn()));
        result.putObject("partialFingerprints").put("ruleAndResource/v1", fingerprints.of(finding));
        return result;
    }

    /** The line of the plan, as code scanning shows files, and the resource, as people think of it. */
    private static ObjectNode location(Report report, String urn) {
        ObjectNode location = Json.object();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(report.file()));
        physical.putObject("region").put("startLine", report.plan().line(urn).orElse(1));
        if (!urn.isEmpty()) {
            location.putArray("logicalLocations")
                    .addObject()
                    .put("name", Urns.name(urn))
                    .put("fullyQualifiedName", urn)
                    .put("kind", "resource");
        }
        return location;
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

    /** Tells a result from all others, without its statement, whose numbers change while the problem stays the same. */
    private static final class Fingerprints {
        private final Map<String, Integer> ordinals = new HashMap<>();

        String of(Finding finding) {
            String thread = "%s %s".formatted(finding.rule().id(), finding.urn());
            return "%s %d".formatted(thread, ordinals.merge(thread, 1, Integer::sum));
        }
    }
}
