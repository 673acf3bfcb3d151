package dev.plinth.infra.cluster;

import java.util.HashMap;
import java.util.Map;

/** A program that is installed in the cluster from a Helm chart, and how it is set up. */
record Chart(String name, String repository, String version, Map<String, Object> values) {

    Chart {
        values = Map.copyOf(values);
    }

    /** The same chart, with these values too. */
    Chart with(Map<String, Object> others) {
        var all = new HashMap<>(values);
        all.putAll(others);
        return new Chart(name, repository, version, all);
    }
}
