package dev.plinth.ops.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.ops.lint.Complaint.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The three checkers: how each is asked, and what its answer means. */
final class Checkers {
    private static final String VALID = "statusValid";

    private final Toolbox toolbox;
    private final Material material;

    Checkers(Toolbox toolbox, Material material) {
        this.toolbox = toolbox;
        this.material = material;
    }

    /** Every manifest against the schema of its kind; a field that the schema does not have is an error. */
    List<Verdict> kubeconform(Path ownSchemas) {
        var verdicts = new ArrayList<Verdict>();
        for (var stack : material.stacks().keySet()) {
            var answer = toolbox.check(
                    material.folder(),
                    "kubeconform",
                    List.of(
                            "-strict",
                            "-verbose",
                            "-output",
                            "json",
                            "-schema-location",
                            template(toolbox.file("schemas")),
                            "-schema-location",
                            template(ownSchemas),
                            stack));
            var complaints = answer.path("resources")
                    .valueStream()
                    .filter(resource -> !resource.path("status").asText().equals(VALID))
                    .map(resource -> new Complaint(
                            "schema",
                            material.place(resource.path("filename").asText()),
                            resource.path("msg").asText()))
                    .toList();
            verdicts.add(
                    new Verdict("kubeconform", stack, answer.path("resources").size(), complaints));
        }
        return verdicts;
    }

    /** Checkov's rules for Kubernetes and for Dockerfiles, in one run, as it takes long to start. */
    List<Verdict> checkov() {
        var answer = toolbox.check(
                material.folder(),
                "checkov",
                List.of(
                        "-d",
                        ".",
                        "--framework",
                        "kubernetes",
                        "dockerfile",
                        "-o",
                        "json",
                        "--compact",
                        "--quiet",
                        "--skip-download"));
        var complaints = new ArrayList<Complaint>();
        var reports = answer.isArray() ? answer.valueStream().toList() : List.of(answer);
        for (var report : reports) {
            var results = report.path("results");
            results.path("failed_checks").forEach(check -> complaints.add(failed(check)));
            results.path("parsing_errors")
                    .forEach(file -> complaints.add(
                            new Complaint("unreadable", material.place(file.asText()), "cannot be read")));
        }
        var verdicts = new ArrayList<Verdict>();
        material.stacks()
                .forEach((stack, manifests) -> verdicts.add(
                        new Verdict("checkov", stack, manifests.objects().size(), of(stack, complaints))));
        verdicts.add(new Verdict("checkov", Material.DOCKERFILE, 1, of(Material.DOCKERFILE, complaints)));
        return verdicts;
    }

    /** The Dockerfile line by line. */
    List<Verdict> hadolint() {
        var answer = toolbox.check(material.folder(), "hadolint", List.of("-f", "json", Material.DOCKERFILE));
        var place = new Place(Material.DOCKERFILE, Material.DOCKERFILE, false);
        var complaints = answer.valueStream()
                .map(finding -> new Complaint(
                        finding.path("code").asText(),
                        place,
                        "line %d: %s"
                                .formatted(
                                        finding.path("line").asInt(),
                                        finding.path("message").asText())))
                .toList();
        return List.of(new Verdict("hadolint", Material.DOCKERFILE, 1, complaints));
    }

    private Complaint failed(JsonNode check) {
        return new Complaint(
                check.path("check_id").asText(),
                material.place(check.path("file_path").asText()),
                check.path("check_name").asText());
    }

    private static List<Complaint> of(String subject, List<Complaint> complaints) {
        return complaints.stream()
                .filter(complaint -> complaint.place().subject().equals(subject))
                .distinct()
                .toList();
    }

    private static String template(Path folder) {
        return folder + "/{{.ResourceKind}}{{.KindSuffix}}.json";
    }
}
