package dev.plinth.infra.cluster;

import dev.plinth.infra.config.Section;
import dev.plinth.infra.config.Shape;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the cluster must be.
 *
 * @param addOnVersions versions of add-ons, for those that are not left to EKS
 */
public record ClusterSpec(
        KubernetesVersion version, AccessSpec access, NodesSpec nodes, Map<AddOn, String> addOnVersions) {
    private static final Shape<String> ADD_ON_VERSION =
            Shape.matching("v\\d+\\.\\d+\\.\\d+-eksbuild\\.\\d+", "a version of the add-on", "v1.20.4-eksbuild.1");

    public ClusterSpec {
        addOnVersions = Map.copyOf(addOnVersions);
    }

    public static ClusterSpec read(Section settings) {
        var addOns = settings.section("addOns");
        var versions = new EnumMap<AddOn, String>(AddOn.class);
        for (var addOn : AddOn.values()) {
            addOns.optional(addOn.title(), ADD_ON_VERSION).ifPresent(version -> versions.put(addOn, version));
        }
        return new ClusterSpec(
                settings.value("version", KubernetesVersion.shape(), KubernetesVersion.V1_35),
                AccessSpec.read(settings),
                NodesSpec.read(settings.section("nodes")),
                versions);
    }
}
