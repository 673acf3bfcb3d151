package dev.plinth.sandbox.reconcile;

import dev.plinth.sandbox.value.Properties;
import java.util.Map;

/** The pods of a Deployment as a Service looks for them. */
record Workload(String namespace, Map<String, String> labels) {

    static Workload of(Properties deployment) {
        var template = deployment.in("spec").in("template").in("metadata");
        return new Workload(namespace(deployment), template.textMap("labels"));
    }

    /** Whether a Service selects these pods; a Service without a selector selects none. */
    boolean selectedBy(Properties service) {
        var selector = service.in("spec").textMap("selector");
        return namespace.equals(namespace(service))
                && !selector.isEmpty()
                && labels.entrySet().containsAll(selector.entrySet());
    }

    static String namespace(Properties object) {
        return object.in("metadata").text("namespace").orElse("default");
    }
}
