package dev.plinth.infra.cluster;

import java.util.Map;

/** Spreads the pods of a controller, as add-ons and charts take it. */
final class Spread {
    private Spread() {}

    /** Over zones; a zone that is down must not keep the others from starting pods. */
    static Map<String, Object> overZones(String label, String value) {
        return Map.of(
                "maxSkew",
                1,
                "topologyKey",
                "topology.kubernetes.io/zone",
                "whenUnsatisfiable",
                "ScheduleAnyway",
                "labelSelector",
                Map.of("matchLabels", Map.of(label, value)));
    }
}
