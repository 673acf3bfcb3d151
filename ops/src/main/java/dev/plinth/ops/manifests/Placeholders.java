package dev.plinth.ops.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.plinth.ops.plan.Values;
import java.util.Set;

/**
 * Puts something of the right type where a plan knows no value or shows none, so that the manifest stays one that Kubernetes
 * would take. What type is right is told by the name of the field; the names are those of the Kubernetes API 1.34.
 */
final class Placeholders {
    /** What stands for a text that is known only later. */
    static final String LATER = "known-after-up";

    /** An address that no registry has, in the form that the program's own images have: by digest. */
    private static final String IMAGE = "registry.invalid/" + LATER + "@sha256:" + "0".repeat(64);

    private static final Set<String> INTEGERS = Set.of(
            "replicas",
            "minReplicas",
            "maxReplicas",
            "containerPort",
            "hostPort",
            "nodePort",
            "port",
            "backoffLimit",
            "completions",
            "parallelism",
            "averageUtilization",
            "maxSkew",
            "failureThreshold",
            "successThreshold",
            "revisionHistoryLimit",
            "runAsUser",
            "runAsGroup",
            "fsGroup");
    private static final Set<String> BOOLEANS = Set.of(
            "automountServiceAccountToken",
            "enableServiceLinks",
            "readOnlyRootFilesystem",
            "runAsNonRoot",
            "allowPrivilegeEscalation",
            "privileged",
            "immutable",
            "optional",
            "suspend");
    /** Objects with keys of anybody's choice. */
    private static final Set<String> MAPS = Set.of(
            "labels",
            "annotations",
            "parameters",
            "matchLabels",
            "selector",
            "nodeSelector",
            "data",
            "stringData",
            "binaryData");

    private static final Set<String> OBJECTS =
            Set.of("metadata", "spec", "template", "podSelector", "namespaceSelector", "resources", "securityContext");
    private static final Set<String> LISTS =
            Set.of("rules", "subjects", "ingress", "egress", "ports", "containers", "initContainers", "env", "volumes");

    private boolean used;

    /** Tells whether a placeholder had to stand for a value that is known only later. */
    boolean used() {
        return used;
    }

    /** The value with every open place filled. */
    JsonNode fill(JsonNode value) {
        return fill("", value);
    }

    private JsonNode fill(String field, JsonNode value) {
        if (Values.isOpen(value)) {
            used |= value.equals(Values.UNKNOWN);
            return standIn(field, value);
        } else if (value.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(property -> object.set(property.getKey(), fill(property.getKey(), property.getValue())));
            return object;
        } else if (value.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(fill("", element)));
            return array;
        }
        return value;
    }

    private static JsonNode standIn(String field, JsonNode open) {
        var text = open.equals(Values.SECRET) ? Values.SECRET.asText() : LATER;
        if (MAPS.contains(field)) {
            return JsonNodeFactory.instance.objectNode().put(LATER, text);
        } else if (OBJECTS.contains(field)) {
            return JsonNodeFactory.instance.objectNode();
        } else if (LISTS.contains(field)) {
            return JsonNodeFactory.instance.arrayNode();
        } else if (INTEGERS.contains(field) || field.endsWith("Seconds")) {
            return IntNode.valueOf(1);
        } else if (BOOLEANS.contains(field)) {
            return BooleanNode.TRUE;
        }
        return TextNode.valueOf(field.equals("image") ? IMAGE : text);
    }
}
