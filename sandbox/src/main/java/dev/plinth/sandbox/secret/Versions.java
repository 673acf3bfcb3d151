package dev.plinth.sandbox.secret;

import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which stages the versions of a secret have. AWSCURRENT is where it was moved last, and AWSPREVIOUS where it was before;
 * any other is where the youngest version that asked for it is.
 */
final class Versions {
    static final String CURRENT = "AWSCURRENT";
    static final String PREVIOUS = "AWSPREVIOUS";
    /** The note of when a version became the current one later than it was made. */
    static final String PROMOTED = "__promoted";

    /** The note of the stages that were taken away from a version. */
    static final String WITHDRAWN = "__withdrawn";

    private Versions() {}

    /** The versions of one secret, the current one first. */
    static List<Version> staged(List<StoredResource> resources) {
        var lines = resources.stream()
                .sorted(Comparator.comparing(Versions::since).reversed())
                .toList();
        var given = new HashSet<String>();
        var current = lines.stream().filter(Versions::wasCurrent).limit(2).toList();
        var versions = new ArrayList<Version>();
        for (var resource : lines) {
            var stages = new ArrayList<String>();
            int place = current.indexOf(resource);
            if (place >= 0) {
                stages.add(place == 0 ? CURRENT : PREVIOUS);
            }
            stages.addAll(others(resource, given));
            versions.add(new Version(resource, stages));
        }
        return versions.stream()
                .sorted(Comparator.comparing(
                        (Version version) -> !version.stages().contains(CURRENT)))
                .toList();
    }

    private static List<String> others(StoredResource resource, Set<String> given) {
        var withdrawn = new Properties(resource.outputs()).texts(WITHDRAWN);
        return asked(resource).stream()
                .filter(stage -> !stage.equals(CURRENT) && !stage.equals(PREVIOUS) && !withdrawn.contains(stage))
                .filter(given::add)
                .toList();
    }

    /** A version for which no stage was asked becomes the current one. */
    private static boolean wasCurrent(StoredResource resource) {
        var asked = asked(resource);
        return asked.isEmpty() || asked.contains(CURRENT) || new Properties(resource.outputs()).has(PROMOTED);
    }

    private static List<String> asked(StoredResource resource) {
        return new Properties(resource.inputs()).texts("versionStages");
    }

    private static Instant since(StoredResource resource) {
        var outputs = new Properties(resource.outputs());
        return outputs.text(PROMOTED)
                .or(() -> outputs.text(Version.CREATED))
                .map(Instant::parse)
                .orElse(Instant.EPOCH);
    }
}
