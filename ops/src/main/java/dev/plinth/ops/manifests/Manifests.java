package dev.plinth.ops.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.ops.plan.Plan;
import dev.plinth.ops.plan.PlannedResource;
import java.util.Comparator;
import java.util.List;

/** The Kubernetes side of a plan: the objects that it would apply, and the charts that only the cluster's side renders. */
public record Manifests(List<Manifest> objects, List<Chart> charts) {
    private static final String KUBERNETES = "kubernetes:";
    private static final String RELEASE = "kubernetes:helm.sh/v3:Release";

    public Manifests {
        objects = List.copyOf(objects);
        charts = List.copyOf(charts);
        // Of two files with one name the second would hide the first.
        if (objects.stream().map(Manifest::fileName).distinct().count() < objects.size()) {
            throw new IllegalArgumentException("two objects of the plan have the same kind, namespace and name");
        }
    }

    /** A Helm chart of the plan. */
    public record Chart(String name, String chart, String version, String repository) {}

    /** What a plan holds, in the order of file names. */
    public static Manifests of(Plan plan, KindSchemas schemas) {
        var resources = plan.remaining()
                .filter(resource -> resource.type().startsWith(KUBERNETES))
                .toList();
        return new Manifests(
                resources.stream()
                        .filter(resource -> !resource.type().equals(RELEASE))
                        .map(resource -> Manifest.of(resource, schemas))
                        .sorted(Comparator.comparing(Manifest::fileName))
                        .toList(),
                resources.stream()
                        .filter(resource -> resource.type().equals(RELEASE))
                        .map(Manifests::chart)
                        .toList());
    }

    private static Chart chart(PlannedResource release) {
        JsonNode inputs = release.after();
        return new Chart(
                inputs.path("name").asText(release.name()),
                inputs.path("chart").asText(),
                inputs.path("version").asText(),
                inputs.path("repositoryOpts").path("repo").asText());
    }
}
