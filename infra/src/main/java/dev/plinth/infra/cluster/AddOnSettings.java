package dev.plinth.infra.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How each add-on is set up, as {@code aws eks describe-addon-configuration} says that it may be. */
final class AddOnSettings {
    /** Always the same text for the same settings. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private AddOnSettings() {}

    /** The settings as JSON; nothing for an add-on that is right as it comes. */
    static Optional<String> of(AddOn addOn, Map<String, String> tags) {
        return switch (addOn) {
            case NETWORK -> Optional.of(json(network()));
            case NAMES -> Optional.of(json(names()));
            case DISKS -> Optional.of(json(disks(tags)));
            case POD_IDENTITY, SERVICES -> Optional.empty();
        };
    }

    private static Map<String, Object> network() {
        return Map.of(
                // Without it a network policy is a piece of paper.
                "enableNetworkPolicy",
                "true",
                "env",
                // Addresses come in blocks of 16, of which one is kept ready: a small node holds three times the pods.
                Map.of("ENABLE_PREFIX_DELEGATION", "true", "WARM_PREFIX_TARGET", "1"));
    }

    private static Map<String, Object> names() {
        return Map.of(
                "autoScaling",
                Map.of("enabled", true, "minReplicas", 2, "maxReplicas", 10),
                "podDisruptionBudget",
                Map.of("enabled", true, "maxUnavailable", 1),
                "topologySpreadConstraints",
                List.of(Spread.overZones("k8s-app", "kube-dns")));
    }

    private static Map<String, Object> disks(Map<String, String> tags) {
        return Map.of(
                "controller",
                Map.of("replicaCount", 2, "extraVolumeTags", tags),
                // The program makes the class for disks itself, with a key.
                "defaultStorageClass",
                Map.of("enabled", false));
    }

    private static String json(Map<String, Object> settings) {
        try {
            return JSON.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values are always JSON", e);
        }
    }
}
