package dev.plinth.sandbox.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.secret.Secrets;
import dev.plinth.sandbox.secret.Secrets.Address;
import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the controller of External Secrets does, at the moment somebody looks: nothing is copied, so a Secret always has
 * the texts that Secrets Manager has now.
 */
record ExternalSecrets(StateStore state) {
    static final List<String> VERSIONS = List.of("external-secrets.io/v1", "external-secrets.io/v1beta1");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The token of a kind in one version of the API. */
    static String token(String version, String kind) {
        return "kubernetes:%s:%s".formatted(version, kind);
    }

    /** The texts of the Secret of that name, if an ExternalSecret makes it. */
    Optional<Map<String, String>> find(String namespace, String name) {
        return objects("ExternalSecret")
                .filter(external -> external.namespace().equals(namespace)
                        && target(external).equals(name))
                .findFirst()
                .map(this::data);
    }

    /** The texts that an ExternalSecret asks for; fails by naming what is missing. */
    Map<String, String> data(KubernetesObject external) {
        var region = SecretStore.region(store(external));
        var data = new TreeMap<String, String>();
        for (var from : external.spec().each("dataFrom")) {
            var reference = from.in("extract");
            var source = new Source(address(reference, region), reference.text("property"));
            object(source, value(source))
                    .properties()
                    .forEach(entry -> data.put(entry.getKey(), text(entry.getValue())));
        }
        for (var entry : external.spec().each("data")) {
            var reference = entry.in("remoteRef");
            var source = new Source(address(reference, region), reference.text("property"));
            data.put(entry.text("secretKey").orElse(""), value(source));
        }
        return data;
    }

    /** The name of the Secret that is made. */
    static String target(KubernetesObject external) {
        return external.spec().in("target").text("name").orElse(external.name());
    }

    /** The store, which must exist: no waiting would bring it. */
    KubernetesObject store(KubernetesObject external) {
        var reference = external.spec().in("secretStoreRef");
        var kind = reference.text("kind").orElse("SecretStore");
        var name = reference.text("name").orElse("");
        return objects(kind)
                .filter(store -> store.name().equals(name))
                .filter(store -> !store.namespaced() || store.namespace().equals(external.namespace()))
                .findFirst()
                .orElseThrow(() -> new SandboxException(
                        "spec.secretStoreRef: there is no %s %s in namespace %s; declare it and depend on it"
                                .formatted(kind, name, external.namespace())));
    }

    /** A secret, or a property of the JSON that it holds. */
    private record Source(Address address, Optional<String> property) {}

    private static Address address(Properties reference, String region) {
        return new Address(reference.text("key").orElse(""), region);
    }

    private String value(Source source) {
        var address = source.address();
        var secrets = new Secrets(state);
        var whole = secrets.text(address)
                .orElseThrow(() -> new SandboxException(
                        secrets.find(address).isPresent()
                                ? "secret %s has no value; declare a SecretVersion of it and depend on that"
                                        .formatted(address.key())
                                : "there is no secret %s in region %s; declare it, or mend the name or the store's region"
                                        .formatted(address.key(), address.region())));
        return source.property().map(path -> property(source, whole, path)).orElse(whole);
    }

    private static String property(Source source, String whole, String path) {
        var object = object(source, whole);
        var direct = object.path(path);
        var found = direct.isMissingNode() ? object.at("/" + path.replace('.', '/')) : direct;
        if (found.isMissingNode()) {
            throw new SandboxException("secret %s has no property %s; it has %s"
                    .formatted(source.address().key(), path, String.join(", ", names(object))));
        }
        return text(found);
    }

    private static JsonNode object(Source source, String text) {
        try {
            var node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            // The parser's message would show the secret.
        }
        throw new SandboxException("secret %s holds no JSON object, so it has no properties"
                .formatted(source.address().key()));
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    private Stream<KubernetesObject> objects(String kind) {
        return VERSIONS.stream()
                .flatMap(version -> state.ofType(token(version, kind)).stream())
                .filter(StoredResource::ready)
                .map(resource -> KubernetesObject.of(resource.inputs()));
    }
}
