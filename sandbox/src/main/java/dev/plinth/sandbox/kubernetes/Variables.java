package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.pod.EnvironmentValue;
import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.value.Properties;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The environment of a container, with what it takes from Secrets, ConfigMaps and the pod itself. */
final class Variables {
    private static final String SECRET = "kubernetes:core/v1:Secret";
    private static final String CONFIG_MAP = "kubernetes:core/v1:ConfigMap";
    private final Objects objects;
    private final String namespace;

    Variables(Objects objects, String namespace) {
        this.objects = objects;
        this.namespace = namespace;
    }

    Map<String, EnvironmentValue> of(Properties container) {
        var variables = new TreeMap<String, EnvironmentValue>();
        container.each("envFrom").forEach(source -> variables.putAll(whole(source)));
        for (var variable : container.each("env")) {
            var name = variable.text("name").orElse("");
            value(name, variable).ifPresent(value -> variables.put(name, value));
        }
        return variables;
    }

    private Optional<EnvironmentValue> value(String name, Properties variable) {
        var from = variable.in("valueFrom");
        if (from.has("secretKeyRef")) {
            return key(name, SECRET, from.in("secretKeyRef"));
        }
        if (from.has("configMapKeyRef")) {
            return key(name, CONFIG_MAP, from.in("configMapKeyRef"));
        }
        if (from.has("fieldRef")) {
            return Optional.of(field(name, from.in("fieldRef").text("fieldPath").orElse("")));
        }
        if (from.has("resourceFieldRef")) {
            throw refused(name, "the sandbox has no resourceFieldRef; give the value itself");
        }
        return Optional.of(new EnvironmentValue.Literal(variable.text("value").orElse("")));
    }

    private EnvironmentValue field(String name, String path) {
        return switch (path) {
            case "status.podIP" -> new EnvironmentValue.PodAddress();
            case "metadata.name" -> new EnvironmentValue.PodName();
            case "metadata.namespace" -> new EnvironmentValue.Literal(namespace);
            default ->
                throw refused(
                        name,
                        "the sandbox has no field %s, only status.podIP, metadata.name and metadata.namespace"
                                .formatted(path));
        };
    }

    /** A key of a Secret or ConfigMap; one that is optional and not there leaves the variable out. */
    private Optional<EnvironmentValue> key(String name, String token, Properties reference) {
        var object = reference.text("name").orElse("");
        var key = reference.text("key").orElse("");
        var value = objects.find(token, namespace, object)
                .flatMap(found -> token.equals(SECRET)
                        ? Secret.text(found, key)
                        : Optional.ofNullable(found.properties().textMap("data").get(key)));
        if (value.isEmpty() && !reference.truth("optional")) {
            throw refused(
                    name,
                    "there is no key %s in %s %s/%s; declare it before the Deployment"
                            .formatted(key, kind(token), namespace, object));
        }
        return value.map(EnvironmentValue.Literal::new);
    }

    private Map<String, EnvironmentValue> whole(Properties source) {
        var variables = new TreeMap<String, EnvironmentValue>();
        var prefix = source.text("prefix").orElse("");
        source.in("configMapRef")
                .text("name")
                .ifPresent(name -> object(CONFIG_MAP, name)
                        .properties()
                        .textMap("data")
                        .forEach((key, value) -> variables.put(prefix + key, new EnvironmentValue.Literal(value))));
        source.in("secretRef").text("name").ifPresent(name -> {
            var secret = object(SECRET, name);
            var keys = new TreeMap<>(secret.properties().textMap("data"));
            keys.putAll(secret.properties().textMap("stringData"));
            keys.keySet()
                    .forEach(key -> Secret.text(secret, key)
                            .ifPresent(value -> variables.put(prefix + key, new EnvironmentValue.Literal(value))));
        });
        return variables;
    }

    private KubernetesObject object(String token, String name) {
        return objects.find(token, namespace, name)
                .orElseThrow(() -> refused(
                        "envFrom", "there is no %s %s/%s; declare it first".formatted(kind(token), namespace, name)));
    }

    private static String kind(String token) {
        return token.substring(token.lastIndexOf(':') + 1);
    }

    private static SandboxException refused(String variable, String problem) {
        return new SandboxException("spec.template.spec.containers[0].env: %s: %s".formatted(variable, problem));
    }
}
