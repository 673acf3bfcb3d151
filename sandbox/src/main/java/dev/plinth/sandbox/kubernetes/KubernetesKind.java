package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.diff.ReplaceRules;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.Kind;
import dev.plinth.sandbox.resource.NameSeed;
import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.Map;
import java.util.Optional;

/** A Kubernetes object that nothing runs for. */
class KubernetesKind implements Kind {
    private static final String AUTONAMED = "pulumi.com/autonamed";
    private static final String NAME = "name";
    private static final String METADATA = "metadata";
    private static final String ANNOTATIONS = "annotations";
    private static final int DIGITS = 8;

    private final Objects objects;

    KubernetesKind(Objects objects) {
        this.objects = objects;
    }

    @Override
    public Fields complete(Desired desired, Fields before, NameSeed seed) {
        // Charts and files of YAML are no objects.
        boolean object = desired.inputs().entries().containsKey("kind");
        if (!object
                || desired.inputs()
                        .find(METADATA)
                        .filter(Value.Unknown.class::isInstance)
                        .isPresent()) {
            return desired.inputs();
        }
        var metadata = rawMetadata(desired.inputs());
        if (KubernetesObject.of(desired.inputs()).namespaced()
                && metadata.find("namespace").isEmpty()) {
            metadata = metadata.with("namespace", Value.text(desired.settings().namespace()));
        }
        if (metadata.find(NAME).isEmpty() && metadata.find("generateName").isEmpty()) {
            metadata = named(desired, metadata, KubernetesObject.of(before), seed);
        }
        return desired.inputs().with(METADATA, metadata);
    }

    /** With the name that it had, if the provider made that one, or with a new one. */
    private static Fields named(Desired desired, Fields metadata, KubernetesObject before, NameSeed seed) {
        var name = before.annotations().containsKey(AUTONAMED)
                ? before.name()
                : desired.urn().name() + "-" + seed.digits(desired.urn().value(), DIGITS);
        var annotations = new Properties(metadata).in(ANNOTATIONS).fields().with(AUTONAMED, Value.text("true"));
        return metadata.with(NAME, Value.text(name)).with(ANNOTATIONS, annotations);
    }

    @Override
    public ReplaceRules replaceRules(Desired desired) {
        return KubernetesReplaceTable.of(desired.token(), desired.settings());
    }

    @Override
    public boolean deletesBeforeReplace(Desired desired) {
        return !KubernetesObject.of(desired.inputs()).annotations().containsKey(AUTONAMED);
    }

    @Override
    public String id(Desired desired) {
        var object = KubernetesObject.of(desired.inputs());
        return object.namespaced() ? object.namespace() + "/" + object.name() : object.name();
    }

    @Override
    public Fields computed(Desired desired, String id) {
        if (!desired.schema().outputs().containsKey(METADATA)) {
            return Fields.EMPTY;
        }
        var object = KubernetesObject.of(desired.inputs());
        var metadata = rawMetadata(desired.inputs())
                .with("uid", Value.text(object.uid(desired.digits(32))))
                .with("generation", Value.number(1));
        return new Fields(Map.of(
                METADATA, object.namespaced() ? metadata.with("namespace", Value.text(object.namespace())) : metadata));
    }

    /** Where the objects would go otherwise, a laptop cannot reach and should not. */
    static void reach(Objects objects, Desired desired) {
        var server = desired.settings().server();
        if (!server.isEmpty() && !objects.hasCluster(server)) {
            throw new SandboxException(
                    "the provider's kubeconfig leads to %s, which is no cluster of this sandbox; make it from the outputs of an aws.eks.Cluster of the program"
                            .formatted(server));
        }
    }

    /** A cluster refuses what has no namespace to live in, and what is there already. */
    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        reach(objects, desired);
        if (before.isEmpty()) {
            new CustomResources(objects.state()).require(desired.token());
        }
        var object = KubernetesObject.of(desired.inputs());
        if (object.namespaced() && !objects.hasNamespace(object.namespace())) {
            throw new SandboxException("metadata.namespace: there is no namespace %s; declare it and refer to its name"
                    .formatted(object.namespace()));
        }
        objects.twin(resource).ifPresent(twin -> {
            throw new SandboxException("metadata.name: %s exists already as %s; give one of them another name"
                    .formatted(resource.id(), twin.urn().name()));
        });
        return Fields.EMPTY;
    }

    private static Fields rawMetadata(Fields inputs) {
        return inputs.find(METADATA).map(Value::bare).orElse(Fields.EMPTY) instanceof Fields metadata
                ? metadata
                : Fields.EMPTY;
    }
}
